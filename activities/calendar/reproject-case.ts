import { countedClocks, nextRung } from '../../domain/case/clocks.ts'
import type { Proposal } from '../../domain/case/events.ts'
import { applyEvent } from '../../domain/case/reduce.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import type { ClientSession } from '../../models/database.ts'
import { inTransaction } from '../../models/transaction.ts'
import type { CaseDeps } from '../deps.ts'
import { recordOn } from '../record/record.ts'
import { reprojected } from '../record/reprojected.ts'
import { readTimeline } from '../record/timeline.ts'
import { wakeCase } from './wake-case.ts'

/** `current`: nothing to do. `stuck`: the calendar's days do not reach its clocks. */
export type Outcome = 'moved' | 'kept' | 'current' | 'stuck'

/**
 * Counts a case's clocks anew by the calendars in force, on its timeline, as `record` does: its workflow finds the lines
 * when it next proposes something, or is told where it would wake too late.
 */
export async function reprojectCase(deps: CaseDeps, id: string, at: number): Promise<Outcome> {
  let done: Kept | 'current'
  try {
    done = await inTransaction((session) => keepReprojected(deps, id, at, session))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    deps.log.warn({ application: id, error }, 'a calendar does not reach the clocks of this case')
    return 'stuck'
  }
  if (done === 'current') return 'current'
  if (done.isSooner) await wakeCase(deps, done.application)
  return done.isMoved ? 'moved' : 'kept'
}

type Kept = { application: ApplicationRecord; isMoved: boolean; isSooner: boolean }

async function keepReprojected(
  deps: CaseDeps,
  id: string,
  at: number,
  session: ClientSession,
): Promise<Kept | 'current'> {
  const application = await Application.findOne({ _id: id }).session(session).orFail().lean<ApplicationRecord>()
  const { state, regency } = application
  const events = await proposals(deps, application, await notBefore(application, at, session))
  if (events.length === 0) return 'current'
  const request = { regency, application: id, from: state.seq + 1, head: state.head, events }
  const reply = await recordOn(deps, application, request, session)
  if (!('kept' in reply)) throw new Error(`application ${id} moved under its own record`)
  const after = reply.kept.reduce(applyEvent, state)
  const isSooner = wakesAt(after) < wakesAt(state)
  if (isSooner) await Application.updateOne({ _id: id }, { $set: { unwoken: true } }, { session })
  const isMoved = events.some(
    ({ type, data }) => type === 'clock-reprojected' && data.instants?.dueAt !== data.was?.dueAt,
  )
  return { application: { ...application, state: after }, isMoved, isSooner }
}

async function proposals({ catalogue }: CaseDeps, { state }: ApplicationRecord, at: number): Promise<Proposal[]> {
  const events: Proposal[] = []
  for (const clock of countedClocks(state)) {
    const calendar = await catalogue.calendar(clock.rule.calendar, 'fresh')
    if (calendar.version === clock.instants?.calendarVersion) continue
    events.push(reprojected(clock, calendar, at, await catalogue.calendarBy(calendar.code, calendar.version)))
  }
  return events
}

const wakesAt = (state: CaseState) => nextRung(state)?.at ?? Number.POSITIVE_INFINITY

/** The case's own present: never before the line it follows. */
async function notBefore(
  { _id, state, shift }: ApplicationRecord,
  at: number,
  session: ClientSession,
): Promise<number> {
  const [last] = await readTimeline(_id, state.seq, session)
  return Math.max(at + shift, last?.at ?? 0)
}
