import type { Actor, Conditions, Proposal } from '../../domain/case/events.ts'
import { instantsOf } from '../../domain/case/instants.ts'
import type { CaseState } from '../../domain/case/state.ts'
import type { CompiledCalendar } from '../../domain/working-time/index.ts'
import { reprojected } from './reprojected.ts'

/** What a proposal needs from outside the workflow before it is kept. */
export type Surroundings = {
  /** The version in force: as it was at most a second ago, or `fresh`. */
  calendar(code: string, how?: 'fresh'): Promise<CompiledCalendar>
  /** Who put this version in force. */
  changedBy(calendar: CompiledCalendar): Promise<Actor>
  /** Conditions of the pinned definition over the answers, or over those that an act brings. */
  conditions(act: string | null): Promise<Conditions>
  /** Until when the document stands, UTC epoch ms; null without end. */
  validUntil(document: string): Promise<number | null>
}

/**
 * Adds instants, conditions and validity to a proposal. What is already there (a line sent again) stays as it was, so that
 * its hash comes out the same.
 */
export async function complete(event: Proposal, around: Surroundings): Promise<Proposal> {
  switch (event.type) {
    case 'received':
      if (event.data.conditions) return event
      return { ...event, data: { ...event.data, conditions: await around.conditions(null) } }
    case 'corrected':
      if (event.data.conditions) return event
      return { ...event, data: { ...event.data, conditions: await around.conditions(event.data.correctionId) } }
    case 'reopened':
      if (event.data.conditions) return event
      return { ...event, data: { ...event.data, conditions: await around.conditions(event.data.reopenId) } }
    case 'clock-started':
    case 'clock-paused':
    case 'clock-resumed':
    case 'clock-reprojected': {
      if (event.data.instants) return event
      const calendar = await around.calendar(event.data.clock.rule.calendar)
      return { ...event, data: { ...event.data, instants: instantsOf(calendar, event.data.clock) } }
    }
    case 'register-entered':
      if (event.data.validUntil !== undefined) return event
      return { ...event, data: { ...event.data, validUntil: await around.validUntil(event.data.document) } }
    default:
      return event
  }
}

/**
 * A rung, or the cap of a pause, that was due by an older calendar is not reached: in its place the clock gets its new
 * instants, and the workflow sleeps on (design rule 4). The version is read anew, so that none acts by a calendar that was
 * in force a second ago. null when the proposal stands.
 */
export async function reprojection(
  state: CaseState,
  events: Proposal[],
  around: Surroundings,
): Promise<Proposal | null> {
  const [due] = events.flatMap(dueByCalendar)
  const clock = due && state.clocks[due.clock]
  if (!due || !clock) return null
  const calendar = await around.calendar(clock.rule.calendar, 'fresh')
  if (calendar.version === due.calendarVersion) return null
  return reprojected(clock, calendar, due.at, await around.changedBy(calendar))
}

/** What happens because time has come: a rung, or the cap of a pause. */
function dueByCalendar(event: Proposal): { clock: string; calendarVersion: number; at: number }[] {
  if (event.type === 'rung-reached') {
    const { clock, calendarVersion } = event.data
    return [{ clock, calendarVersion, at: event.at }]
  }
  if (event.type !== 'clock-resumed' || !event.data.cap) return []
  return [{ clock: event.data.clock.id, calendarVersion: event.data.cap.calendarVersion, at: event.at }]
}
