import type { Logger } from 'pino'
import type { TimelineEvent } from '../../domain/case/events.ts'
import { caseDeps, caseEngine } from '../../engine/case-deps.ts'
import { openCase } from '../../engine/open-case.ts'
import { SigningDesk } from '../../engine/signing-desk.ts'
import type { Engine } from '../../engine/start-case.ts'
import type { Env } from '../../infra/env.ts'
import type { Temporal } from '../../infra/temporal.ts'
import type { SigningProvider } from '../../integrations/signing/signing.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import type { ClientSession } from '../../models/database.ts'
import { unavailable } from '../errors/problems.ts'

/** What signing asks of the process; the activities behind it lie out of the API's sight, so `bin/` brings them. */
export type SigningParts = {
  /** Where signers' passphrases wait (design rule 5); this process's own worker polls its queue. */
  desk: SigningDesk
  /** The letter that signing would make, without a number, as a PDF. */
  draft(application: ApplicationRecord, document: string, signer: string): Promise<Uint8Array>
  /** PEM certificates of the authorities whose signatures count. */
  trustedRoots(): Promise<readonly string[]>
  /** Who seals for the agencies, and whether that binds anybody. */
  seals: Pick<SigningProvider, 'code' | 'legallyBinding' | 'sealData'>
}

/** What the resources of a case stand on; made once per process. */
export type CaseServices = {
  engine: Engine
  /** Opens a case in the transaction that accepts it; answers its first lines. */
  open(application: ApplicationRecord, session: ClientSession): Promise<TimelineEvent[]>
  signing: SigningParts
  log: Logger
}

type Parts = { env: Env; log: Logger; temporal: Temporal; signing?: SigningParts | undefined }

export async function caseServices({ env, log, temporal, signing }: Parts): Promise<CaseServices> {
  const deps = await caseDeps(env, log)
  const engine = caseEngine(env, temporal.client)
  return {
    engine,
    open: (application, session) => openCase(deps, engine, application, session),
    signing: signing ?? withoutSigning(),
    log,
  }
}

/** A process that was given no means to sign: it says so instead of pretending. */
function withoutSigning(): SigningParts {
  return {
    desk: new SigningDesk(),
    draft: () => Promise.reject(unavailable()),
    trustedRoots: () => Promise.reject(unavailable()),
    seals: { code: 'none', legallyBinding: false, sealData: () => Promise.reject(unavailable()) },
  }
}
