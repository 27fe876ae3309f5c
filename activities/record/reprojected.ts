import { ledger } from '../../domain/case/clocks.ts'
import type { Actor, Proposal } from '../../domain/case/events.ts'
import { instantsOf } from '../../domain/case/instants.ts'
import type { ClockState } from '../../domain/case/state.ts'
import type { CompiledCalendar } from '../../domain/working-time/index.ts'

/** A clock counted anew by the version in force, with what it stood at before. */
export function reprojected(clock: ClockState, calendar: CompiledCalendar, at: number, by: Actor): Proposal {
  const { instants } = clock
  const was = { calendarVersion: instants?.calendarVersion ?? 0, dueAt: instants?.dueAt ?? null }
  return {
    type: 'clock-reprojected',
    at,
    by,
    data: { clock: ledger(clock), instants: instantsOf(calendar, clock), was },
  }
}
