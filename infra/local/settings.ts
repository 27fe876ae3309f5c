import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Env, projectRoot, readEnv } from '../env.ts'
import type { Home } from './home.ts'
import type { LocalServers } from './machine.ts'
import { localSecrets } from './secrets.ts'

/** The folders of `packs/`, one a regency; `REGENCY` chooses one. Throws when there is none. */
export function localPacks(regency = process.env.REGENCY): string[] {
  const folder = join(projectRoot, 'packs')
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
  const chosen = names.sort().filter((name) => !regency || name === regency)
  if (chosen.length === 0) throw new Error(`${folder} holds no pack${regency ? ` named ${regency}` : ''}`)
  return chosen.map((name) => join(folder, name))
}

export interface LocalSettings {
  env: Env
  /** The same as strings, for the processes that are started. */
  variables: Record<string, string>
}

/** Completes the environment with what a machine of its own has: servers, secrets, mail, demo. Throws `EnvError`. */
export function localSettings(home: Home, servers: LocalServers, smtpUrl: string): LocalSettings {
  const [firstPack = ''] = localPacks()
  const variables: Record<string, string> = {
    MONGODB_URI: servers.mongodbUri,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    SMTP_URL: smtpUrl,
    LONTAR_HOME: home.root,
    REGENCY: process.env.REGENCY || basename(firstPack),
    DEMO: process.env.DEMO || 'true',
    ...given(localSecrets(home.secrets)),
  }
  return { env: readEnv({ ...process.env, ...variables }), variables }
}

/** Secrets named in the environment go before the machine's own. */
function given<K extends string>(secrets: Record<K, string>): Record<string, string> {
  return Object.fromEntries(Object.entries<string>(secrets).map(([name, value]) => [name, process.env[name] || value]))
}
