import { buffer } from 'node:stream/consumers'
import type { Client } from '@temporalio/client'
import type { CaseDeps } from '../activities/deps.ts'
import type { Env } from '../infra/env.ts'
import type { Logger } from '../infra/logger.ts'
import { type OutsideSystems, outsideSystems } from '../integrations/outside/systems.ts'
import { flowOf, publishedCatalogue } from '../models/catalogue/catalogue.ts'
import { readFile } from '../models/file.ts'
import { officerAt } from './officer-at.ts'
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

async function pictureOf(id: string): Promise<{ type: string; bytes: Uint8Array } | null> {
  const found = await readFile(id)
  return found && { type: found.record.type, bytes: await buffer(found.bytes) }
}
