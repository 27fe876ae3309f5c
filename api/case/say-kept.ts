import type { UpdateDefinition } from '@temporalio/common'
import { NotKept, say } from '../../engine/say.ts'
import type { Engine } from '../../engine/start-case.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { internalError, outcomeUnknown } from '../errors/problems.ts'
import { refusalProblem } from '../errors/refusals.ts'

/**
 * Says something to a case and returns once it is kept and can be read. Throws the problem the person is to see: 409 for
 * what the case refuses, 422 for a wrong passphrase, 503 where only repeating with the same key tells (design rule 6).
 */
export async function sayKept<Act extends object>(
  engine: Engine,
  application: ApplicationRecord,
  update: UpdateDefinition<unknown, [Act]>,
  said: { act: Act; updateId: string; signing?: boolean },
): Promise<void> {
  await kept(() => say(engine, application, update, said))
}

/** What was said to a case or a licence, with its refusal as the problem the person is to see. */
export async function kept(said: () => Promise<unknown>): Promise<void> {
  try {
    await said()
  } catch (error) {
    if (!(error instanceof NotKept)) throw error
    if (error.kind === 'unknown') throw outcomeUnknown(error)
    throw refusalProblem(publicCode(error.code)) ?? internalError(error)
  }
}

/** The provider's silence has one name outside: unknown, sign again. */
const publicCode = (code: string) => (code === 'signing-unknown-outcome' ? 'signing-unknown' : code)
