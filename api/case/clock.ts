import type { Clock } from '../../contracts/clock.ts'
import { isPaused } from '../../domain/case/clocks.ts'
import type { Actor, ClockLedger } from '../../domain/case/events.ts'
import { instantsOf } from '../../domain/case/instants.ts'
import type { ClockState } from '../../domain/case/state.ts'
import { type CompiledCalendar, spent } from '../../domain/working-time/index.ts'
import type { TaskRecord } from '../../models/case/task.ts'

/** A clock as the read model keeps it; instants in UTC epoch ms. */
export type KeptClock = ClockLedger & {
  calendarVersion: number
  dueAt: number | null
  rungs: { percent: number; at: number }[]
  reached: number[]
  stoppedAt: number | null
  resetsAsked?: ClockState['resetsAsked']
}

export function clockOfState(clock: ClockState): KeptClock {
  const { id, rule, startedAt, pauses, instants, reached, stoppedAt, resetsAsked } = clock
  return {
    ...{ id, rule, startedAt, pauses, reached, stoppedAt },
    calendarVersion: instants?.calendarVersion ?? 0,
    dueAt: instants?.dueAt ?? null,
    rungs: instants?.rungs ?? [],
    resetsAsked,
  }
}

/** @throws RangeError for a task without a clock, which no human step makes */
export function clockOfTask({ task, clock, dueAt }: TaskRecord): KeptClock {
  if (!clock) throw new RangeError(`task ${task} has no clock`)
  return { ...clock, dueAt: dueAt?.getTime() ?? null }
}

/**
 * A clock as of the case's own present (`asOf`, UTC epoch ms). What is spent is counted by the calendar as it stands, up to
 * its last day. `nameOf` says who paused it, in words fit for the reader.
 */
export function presentClock(
  clock: KeptClock,
  { calendar, asOf, nameOf }: { calendar: CompiledCalendar; asOf: number; nameOf: (actor: Actor) => string },
): Clock {
  const { budget, rungs } = clock.rule
  const until = clock.stoppedAt ?? asOf
  const spentPercent = percentSpent(calendar, clock, until)
  return {
    id: clock.id,
    unit: budget.unit,
    amount: budget.amount,
    state: stateOf(clock, spentPercent),
    spentPercent,
    startedAt: iso(clock.startedAt),
    dueAt: isoOrNull(clock.dueAt),
    stoppedAt: isoOrNull(clock.stoppedAt),
    rungs: rungs.map(({ percent }) => ({
      percent,
      at: isoOrNull(clock.rungs.find((rung) => rung.percent === percent)?.at),
      reached: clock.reached.includes(percent),
    })),
    pauses: clock.pauses.map(({ from, until, reason, basis, by, cap, ended }) => ({
      from: iso(from),
      until: isoOrNull(until),
      reason,
      basis,
      by: nameOf(by),
      cap: cap ?? null,
      endedByCap: ended === 'cap',
    })),
    resetsAsked: (clock.resetsAsked ?? []).map(({ at, system, code }) => ({
      at: iso(at),
      system: system.toUpperCase(),
      code,
    })),
    capAt: isoOrNull(capAt(calendar, clock)),
    calendarVersion: clock.calendarVersion,
    asOf: iso(asOf),
  }
}

/** To a tenth, rounded down: no clock is shown as spent before it is. */
function percentSpent(calendar: CompiledCalendar, { rule, startedAt, pauses }: KeptClock, until: number): number {
  const now = Math.max(startedAt, Math.min(until, calendar.end - 1))
  const used = spent(calendar, rule.budget, startedAt, pauses, now)
  return Math.floor((used / rule.budget.amount) * 1000) / 10
}

function capAt(calendar: CompiledCalendar, clock: KeptClock): number | null {
  if (clock.stoppedAt !== null || !clock.pauses.some(({ until, cap }) => until === null && cap !== undefined))
    return null
  return instantsOf(calendar, clock).cap?.at ?? null
}

function stateOf(clock: KeptClock, spentPercent: number): Clock['state'] {
  if (clock.stoppedAt !== null) return 'stopped'
  if (isPaused(clock)) return 'paused'
  return spentPercent >= 100 ? 'breached' : 'running'
}

export const iso = (instant: number) => new Date(instant).toISOString()
export const isoOrNull = (instant: number | null | undefined) =>
  instant === null || instant === undefined ? null : iso(instant)
