import { buffer } from 'node:stream/consumers'
import type { Client } from '@temporalio/client'
import type { CaseDeps, Officer } from '../activities/deps.ts'
import type { Env } from '../infra/env.ts'
import type { Logger } from '../infra/logger.ts'
import { type OutsideSystems, outsideSystems } from '../integrations/outside/systems.ts'
import { namesOf } from '../models/auth-user.ts'
import { flowOf, publishedCatalogue } from '../models/catalogue/catalogue.ts'
import { readFile } from '../models/file.ts'
import { membershipsOf } from '../models/membership.ts'
import { profileOf } from '../models/person-profile.ts'
import { signingOf } from './signing-provider.ts'
import type { Engine } from './start-case.ts'

/** What cases stand on in this process: the published catalogue, the people, and who signs. */
export async function caseDeps(env: Env, log: Logger): Promise<CaseDeps> {
  return {
    catalogue: await publishedCatalogue(),
    officer: officerAt,
    file: pictureOf,
    signing: signingOf(env),
    outside: outsideOf(env),
    publicUrl: env.PUBLIC_URL,
    log,
  }
}

export function caseEngine(env: Pick<Env, 'TASK_QUEUE'>, client: Client): Engine {
  return { client, taskQueue: env.TASK_QUEUE, flow: flowOf }
}

/** The outside systems that the environment names. */
export function outsideOf(env: Env): OutsideSystems {
  const { OSS_URL, OSS_USER_KEY, SIMBG_URL, SIMBG_KEY } = env
  return outsideSystems({
    oss: OSS_URL && OSS_USER_KEY ? { url: OSS_URL, userKey: OSS_USER_KEY } : undefined,
    simbg: SIMBG_URL && SIMBG_KEY ? { url: SIMBG_URL, key: SIMBG_KEY } : undefined,
  })
}

/** The officer as they sign for this office today: position and numbers stand in the membership that is in force. */
async function officerAt(account: string, office: string): Promise<Officer> {
  const [names, memberships, profile] = await Promise.all([
    namesOf([account]),
    membershipsOf(account),
    profileOf(account),
  ])
  const held = memberships.find(({ agency, village }) => agency === office || village === office) ?? memberships[0]
  const name = names.get(account)
  if (!name || !held) throw new RangeError(`account ${account} holds no role at ${office}`)
  const { position, nip, rank } = held
  return { id: account, name, position: position ?? '', nip, nik: profile?.nik ?? null, rank }
}

async function pictureOf(id: string): Promise<{ type: string; bytes: Uint8Array } | null> {
  const found = await readFile(id)
  return found && { type: found.record.type, bytes: await buffer(found.bytes) }
}
