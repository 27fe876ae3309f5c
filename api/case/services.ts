import type { Logger } from 'pino'
import { SigningDesk } from '../../engine/signing-desk.ts'
import type { Engine } from '../../engine/start-case.ts'
import type { Env } from '../../infra/env.ts'
import type { Temporal } from '../../infra/temporal.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { flowOf } from '../../models/catalogue/catalogue.ts'
import { unavailable } from '../errors/problems.ts'

/** What signing asks of the process; the activities behind it lie out of the API's sight, so `bin/` brings them. */
export type SigningParts = {
  /** Where signers' passphrases wait (design rule 5); this process's own worker polls its queue. */
  desk: SigningDesk
  /** The letter that signing would make, without a number, as a PDF. */
  draft(application: ApplicationRecord, document: string, signer: string): Promise<Uint8Array>
  /** PEM certificates of the authorities whose signatures count. */
  trustedRoots(): Promise<readonly string[]>
}

/** What the resources of a case stand on; made once per process. */
export type CaseServices = { engine: Engine; signing: SigningParts; log: Logger }

type Parts = { env: Env; log: Logger; temporal: Temporal; signing?: SigningParts | undefined }

export function caseServices({ env, log, temporal, signing }: Parts): CaseServices {
  const engine = { client: temporal.client, taskQueue: env.TASK_QUEUE, flow: flowOf }
  return { engine, signing: signing ?? withoutSigning(), log }
}

/** A process that was given no means to sign: it says so instead of pretending. */
function withoutSigning(): SigningParts {
  return {
    desk: new SigningDesk(),
    draft: () => Promise.reject(unavailable()),
    trustedRoots: () => Promise.reject(unavailable()),
  }
}
