import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Env, EnvError, projectRoot, readEnv } from '../env.ts'
import { type Home, homeFolders } from './home.ts'
import type { LocalServers } from './machine.ts'
import { addressesOfRun } from './run-lock.ts'
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
  /** Those that are no secret. */
  addresses: Record<string, string>
}

/** Completes the environment with what a machine of its own has: servers, secrets, mail and other systems, demo. Throws `EnvError`. */
export function localSettings(
  home: Home,
  servers: LocalServers,
  { SMTP_URL, ...outside }: { SMTP_URL: string } & Record<string, string>,
): LocalSettings {
  const [firstPack = ''] = localPacks()
  const addresses: Record<string, string> = {
    MONGODB_URI: servers.mongodbUri,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    SMTP_URL,
    LONTAR_HOME: home.root,
    REGENCY: process.env.REGENCY || basename(firstPack),
    DEMO: process.env.DEMO || 'true',
  }
  const variables = { ...addresses, ...given(localSecrets(home.secrets)), ...outside }
  const env = readEnv({ ...process.env, ...variables })
  return { env, variables, addresses: { ...addresses, PUBLIC_URL: env.PUBLIC_URL } }
}

/**
 * The environment of a command beside a running `npm start`: its servers, unless `MONGODB_URI` names others.
 * Where there is none, or it is not complete, says so and ends the process.
 */
export function commandEnv(): Env {
  try {
    return process.env.MONGODB_URI ? readEnv() : envOfRun(homeFolders())
  } catch (error) {
    if (!(error instanceof EnvError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}

function envOfRun(home: Home): Env {
  const addresses = addressesOfRun(home.run)
  if (addresses) return readEnv({ ...process.env, ...addresses, ...given(localSecrets(home.secrets)) })
  throw new EnvError('No servers to work with. Run npm start in another window, or name them: MONGODB_URI=mongodb://…')
}

/** Secrets named in the environment go before the machine's own. */
function given<K extends string>(secrets: Record<K, string>): Record<string, string> {
  return Object.fromEntries(Object.entries<string>(secrets).map(([name, value]) => [name, process.env[name] || value]))
}
