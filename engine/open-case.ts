import type { CaseDeps } from '../activities/deps.ts'
import { recordOn } from '../activities/record/record.ts'
import type { TimelineEvent } from '../domain/case/events.ts'
import { opening } from '../domain/case/opening.ts'
import type { ApplicationRecord } from '../models/case/application.ts'
import type { ClientSession } from '../models/database.ts'
import { currentRegency } from '../models/tenancy.ts'
import { type Engine, toFiled } from './start-case.ts'

/**
 * Opens a case in the transaction that accepts it, so that its clocks run and its first task waits from then on, also with
 * Temporal away. Answers the lines its timeline begins with. Within the regency's context.
 */
export async function openCase(
  deps: CaseDeps,
  engine: Pick<Engine, 'flow'>,
  application: ApplicationRecord,
  session: ClientSession,
): Promise<TimelineEvent[]> {
  const { _id, number, service, serviceVersion } = application
  const flow = await engine.flow(service, serviceVersion)
  const events = opening({ flow, number }, toFiled(application))
  const request = { regency: currentRegency(), application: _id, from: 1, head: '', events }
  const reply = await recordOn(deps, application, request, session)
  if ('missingFrom' in reply) throw new RangeError(`application ${_id} cannot be opened from its first line`)
  return reply.kept
}
