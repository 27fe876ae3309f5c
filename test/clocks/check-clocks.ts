import type { ClockInstants, ClockLedger } from '../../domain/case/events.ts'
import { spent } from '../../domain/working-time/index.ts'
import type { TimelineRecord } from '../../models/case/timeline-entry.ts'
import type { Oracle } from '../domain/working-time/oracle.ts'
import { checkLedger } from './check-ledger.ts'

type Compiled = Parameters<typeof spent>[0]

/** A calendar as it was in force: read minute by minute, and as the product counts with it. */
export type CalendarInForce = { oracle: Oracle; compiled: Compiled }
export type Calendars = (code: string, version: number) => CalendarInForce

type Clock = {
  ledger: ClockLedger
  instants: ClockInstants
  /** When the timeline told of these instants: a calendar that changes may move one into the past. */
  toldAt: number
  reached: Set<number>
  /** Rungs that were due and had not fired, by the real instant of the line that showed it first. */
  overdue: Map<number, number>
  stoppedAt: number | null
}

const minute = 60_000
/** A rung may come so much later than its instant, by the case's clock, */
const patienceMs = 5 * minute
/** and so much later than a line that showed it overdue, by the real one: a case's own clock may leap, and workers die. */
const realPatienceMs = minute

/**
 * Recomputes every clock of one case from its raw timeline, by a slow second opinion that shares no code with the product:
 * nothing is reset, every instant is where the calendar in force puts it, each rung fires once, not before its time and not
 * never, and what is spent agrees. `now`: the case's own present, where it is open and at rest; `writtenAt`: the real
 * instant of a line, where the case's clock has leapt. Gives every contradiction as a sentence.
 */
export function checkClocks<Line extends TimelineRecord>(
  lines: Line[],
  calendars: Calendars,
  now: number | null = null,
  writtenAt = ({ at }: Line): number => at,
): string[] {
  const clocks = new Map<string, Clock>()
  const faults = checkLedger(lines)
  if (faults.length > 0) return faults
  let latched = false
  const overdue = (at: number) =>
    [...clocks.values()].flatMap((clock) => overdueRungs(clock, at, latched).map((rung) => ({ clock, ...rung })))
  for (const line of lines) {
    const missed = overdue(line.at).filter(({ clock, percent }) => isMissed(clock, percent, writtenAt(line)))
    faults.push(...missed.map((rung) => notFired(rung, line.at)))
    if (line.type === 'latch-taken') latched = true
    if (line.type === 'latch-released') latched = false
    faults.push(...follow(clocks, line, calendars).map((fault) => `line ${line.seq}: ${fault}`))
  }
  const last = lines.at(-1)
  if (last) faults.push(...[...clocks.values()].flatMap((clock) => checkSpent(clock, last.at, calendars)))
  return now === null ? faults : [...faults, ...overdue(now).map((rung) => notFired(rung, now))]
}

function follow(clocks: Map<string, Clock>, { type, data, at }: TimelineRecord, calendars: Calendars): string[] {
  switch (type) {
    case 'clock-started':
    case 'clock-paused':
    case 'clock-resumed':
    case 'clock-reprojected': {
      const { clock: ledger, instants } = data as { clock: ClockLedger; instants: ClockInstants }
      const reached = (type !== 'clock-started' && clocks.get(ledger.id)?.reached) || new Set<number>()
      clocks.set(ledger.id, { ledger, instants, toldAt: at, reached, overdue: new Map(), stoppedAt: null })
      return checkInstants(ledger, instants, calendars)
    }
    case 'clock-stopped': {
      const clock = clocks.get(String(data.clock))
      if (clock) clock.stoppedAt = at
      return []
    }
    case 'rung-reached':
      return checkRung(clocks.get(String(data.clock)), data as { clock: string; percent: number }, at)
    default:
      return []
  }
}

function checkInstants(ledger: ClockLedger, instants: ClockInstants, calendars: Calendars): string[] {
  const { id, rule, pauses } = ledger
  if (!instants) return [`clock ${id} has no instants`]
  if (pauses.some(({ until }) => until === null)) {
    const still = instants.dueAt === null && instants.rungs.length === 0
    return still ? [] : [`clock ${id} stands still and has something ahead`]
  }
  const { oracle } = calendars(rule.calendar, instants.calendarVersion)
  const rungs = rule.rungs.map(({ percent }) => ({ percent, at: rungOf(instants, percent) }))
  return [{ percent: 100, at: instants.dueAt }, ...rungs].flatMap(({ percent, at }) =>
    isWhereItBelongs(oracle, ledger, percent, at) ? [] : [`clock ${id} puts ${percent} % at ${at}`],
  )
}

const rungOf = ({ rungs }: ClockInstants, percent: number) => rungs.find((each) => each.percent === percent)?.at ?? null

/** To the millisecond, where everything that is counted from lies on whole minutes; else to the minutes that may cost. */
function isWhereItBelongs(
  oracle: Oracle,
  { rule, startedAt, pauses }: ClockLedger,
  percent: number,
  at: number | null,
) {
  const { budget } = rule
  const counted = oracle.reach(budget, startedAt, pauses, percent) ?? null
  const isWhole = [
    ...(budget.unit === 'working-days' ? [] : [startedAt]),
    ...pauses.flatMap(({ from, until }) => [from, until ?? from]),
  ].every((instant) => instant % minute === 0)
  if (isWhole || at === null || counted === null) return at === counted
  const wanted = (budget.amount * percent) / 100
  const by = (instant: number) => oracle.spent(budget.unit, startedAt, pauses, startedAt, instant) ?? Number.NaN
  const early = at - (2 + pauses.length) * minute
  const isPausedThen = pauses.some(({ from, until }) => from <= at && (until ?? from) >= early)
  const within = grain(oracle, budget.unit, at, pauses.length)
  // Those minutes may be the last of the day before: then it lies within the first of its own day, and not where that opens.
  const isInsideHours = at % minute !== 0 && by(at + minute) > by(at)
  const isSpentThen = isPausedThen || isInsideHours || by(early) < wanted - 1e-9
  return Math.abs(by(at) - wanted) <= within && isSpentThen
}

/** The second opinion counts whole minutes: a start within one, and both ends of each pause, may cost it a minute each. */
const grain = (oracle: Oracle, unit: ClockLedger['rule']['budget']['unit'], at: number, pauses: number) =>
  (1 + 2 * pauses) * oracle.worth(unit, at) + 1e-9

function checkRung(clock: Clock | undefined, { clock: id, percent }: { clock: string; percent: number }, at: number) {
  if (!clock) return [`a rung of clock ${id}, which never started`]
  const due = rungOf(clock.instants, percent)
  const faults = [
    ...(clock.reached.has(percent) ? [`rung ${percent} of clock ${id} fires twice`] : []),
    ...(clock.stoppedAt === null ? [] : [`rung ${percent} of clock ${id} fires after it has stopped`]),
    ...(due !== null && at >= due ? [] : [`rung ${percent} of clock ${id} fires at ${at}, before ${due}`]),
  ]
  clock.reached.add(percent)
  return faults
}

/** What should have fired before. A rung that ends the case waits while the latch is held (design rule 5). */
function overdueRungs({ ledger, instants, toldAt, reached, stoppedAt }: Clock, at: number, latched: boolean) {
  if (stoppedAt !== null) return []
  return instants.rungs
    .map(({ percent, at: due }) => ({ percent, due: Math.max(due, toldAt) }))
    .filter(({ percent, due }) => !reached.has(percent) && due + patienceMs < at)
    .filter(({ percent }) => !(latched && ends(ledger, percent)))
}

function isMissed({ overdue }: Clock, percent: number, real: number): boolean {
  const since = overdue.get(percent) ?? real
  overdue.set(percent, since)
  return real > since + realPatienceMs
}

const notFired = ({ clock, percent, due }: { clock: Clock; percent: number; due: number }, by: number) =>
  `rung ${percent} of clock ${clock.ledger.id}, due at ${due}, has not fired by ${by}`

function ends({ rule }: ClockLedger, percent: number): boolean {
  const actions = rule.rungs.find((rung) => rung.percent === percent)?.actions ?? []
  return actions.some(({ kind }) => kind === 'deem' || kind === 'lapse')
}

function checkSpent({ ledger, instants, stoppedAt }: Clock, lastAt: number, calendars: Calendars): string[] {
  const { id, rule, startedAt, pauses } = ledger
  const { unit } = rule.budget
  const { oracle, compiled } = calendars(rule.calendar, instants.calendarVersion)
  const until = stoppedAt ?? lastAt
  const counted = oracle.spent(unit, startedAt, pauses, startedAt, until) ?? Number.NaN
  const told = spent(compiled, rule.budget, startedAt, pauses, until)
  // What is asked for lies within a minute as well.
  const agree = Math.abs(counted - told) <= grain(oracle, unit, until, pauses.length + 1)
  return agree ? [] : [`clock ${id} has spent ${told} ${unit}, counted by minutes ${counted}`]
}
