import type { ClockInstants, ClockLedger } from '../../domain/case/events.ts'
import { spent } from '../../domain/working-time/index.ts'
import type { TimelineRecord } from '../../models/case/timeline-entry.ts'
import type { Oracle } from '../domain/working-time/oracle.ts'
import { isSame } from './same.ts'

type Compiled = Parameters<typeof spent>[0]

/** A calendar as it was in force: read minute by minute, and as the product counts with it. */
export type CalendarInForce = { oracle: Oracle; compiled: Compiled }
export type Calendars = (code: string, version: number) => CalendarInForce

type Clock = {
  ledger: ClockLedger
  instants: ClockInstants
  reached: Set<number>
  stoppedAt: number | null
}

const minute = 60_000
/** A rung may come so much later than its instant where workers are killed around it. */
const patienceMs = 5 * minute

/**
 * Recomputes every clock of one case from its raw timeline, by a slow second opinion that shares no code with the product:
 * nothing is reset, each pause is told once, every instant is where the calendar in force puts it, each rung fires once, not
 * before its time and not never, and what is spent agrees to the minute. Gives every contradiction as a sentence.
 */
export function checkClocks(lines: TimelineRecord[], calendars: Calendars): string[] {
  const clocks = new Map<string, Clock>()
  const faults: string[] = []
  let latched = false
  for (const line of lines) {
    faults.push(...[...clocks.values()].flatMap((clock) => missedRungs(clock, line, latched)))
    if (line.type === 'latch-taken') latched = true
    if (line.type === 'latch-released') latched = false
    faults.push(...follow(clocks, line, calendars).map((fault) => `line ${line.seq}: ${fault}`))
  }
  const last = lines.at(-1)
  if (last) faults.push(...[...clocks.values()].flatMap((clock) => checkSpent(clock, last.at, calendars)))
  return faults
}

function follow(clocks: Map<string, Clock>, { type, data, at }: TimelineRecord, calendars: Calendars): string[] {
  switch (type) {
    case 'clock-started':
    case 'clock-paused':
    case 'clock-resumed':
    case 'clock-reprojected': {
      const { clock: ledger, instants } = data as { clock: ClockLedger; instants: ClockInstants }
      const before = clocks.get(ledger.id)
      clocks.set(ledger.id, {
        ledger,
        instants,
        reached: type === 'clock-started' ? new Set() : (before?.reached ?? new Set()),
        stoppedAt: null,
      })
      return [...checkLedger(type, before, ledger, at), ...checkInstants(ledger, instants, calendars)]
    }
    case 'clock-stopped': {
      const clock = clocks.get(String(data.clock))
      if (!clock) return [`clock ${data.clock} stops before it has started`]
      clock.stoppedAt = at
      return []
    }
    case 'rung-reached':
      return checkRung(clocks.get(String(data.clock)), data as { clock: string; percent: number }, at)
    default:
      return []
  }
}

function checkLedger(
  type: string,
  before: Clock | undefined,
  { id, rule, startedAt, pauses }: ClockLedger,
  at: number,
) {
  if (type === 'clock-started') {
    const again = before && before.stoppedAt === null ? [`clock ${id} starts while it runs`] : []
    return [...again, ...(startedAt === at && pauses.length === 0 ? [] : [`clock ${id} starts with a past`])]
  }
  if (!before) return [`clock ${id} was never started`]
  const old = before.ledger
  const kept = old.pauses.every((pause, index) => {
    const now = pauses[index]
    return now && now.from === pause.from && (pause.until === null || pause.until === now.until)
  })
  const open = pauses.filter(({ until }) => until === null).length
  const wasOpen = old.pauses.filter(({ until }) => until === null).length
  return [
    ...(old.startedAt === startedAt && isSame(old.rule, rule) ? [] : [`clock ${id} was reset`]),
    ...(kept ? [] : [`a pause of clock ${id} was changed afterwards`]),
    ...(type === 'clock-paused' && open !== wasOpen + 1 ? [`clock ${id} does not stand still when it is paused`] : []),
    ...(type === 'clock-resumed' && open >= wasOpen ? [`clock ${id} does not run when it is resumed`] : []),
    ...(pauses.every(({ from, until }) => from <= at && (until === null || until <= at))
      ? []
      : [`a pause of clock ${id} lies ahead`]),
  ]
}

function checkInstants({ id, rule, startedAt, pauses }: ClockLedger, instants: ClockInstants, calendars: Calendars) {
  if (!instants) return [`clock ${id} has no instants`]
  const { oracle } = calendars(rule.calendar, instants.calendarVersion)
  if (pauses.some(({ until }) => until === null)) {
    const still = instants.dueAt === null && instants.rungs.length === 0
    return still ? [] : [`clock ${id} stands still and has something ahead`]
  }
  const told = [
    { percent: 100, at: instants.dueAt },
    ...rule.rungs.map(({ percent }) => ({ percent, at: rungOf(instants, percent) })),
  ]
  return told.flatMap(({ percent, at }) => {
    if (at === null)
      return oracle.reach(rule.budget, startedAt, pauses, percent)
        ? [`rung ${percent} of clock ${id} has no instant`]
        : []
    const wanted = (rule.budget.amount * percent) / 100
    const within = grain(rule.budget.unit, pauses.length)
    const by = (instant: number) => oracle.spent(rule.budget.unit, startedAt, pauses, startedAt, instant) ?? Number.NaN
    const early = at - (2 + pauses.length) * minute
    const isPausedThen = pauses.some(({ from, until }) => from <= at && (until ?? from) >= early)
    return Math.abs(by(at) - wanted) <= within && (isPausedThen || by(early) < wanted)
      ? []
      : [`clock ${id} puts ${percent} % at ${at}: by then ${by(at)} of ${wanted} are spent, counted by minutes`]
  })
}

const rungOf = ({ rungs }: ClockInstants, percent: number) => rungs.find((each) => each.percent === percent)?.at ?? null

function checkRung(clock: Clock | undefined, { clock: id, percent }: { clock: string; percent: number }, at: number) {
  if (!clock) return [`a rung of clock ${id}, which never started`]
  const due = clock.instants.rungs.find((each) => each.percent === percent)?.at
  const faults = [
    ...(clock.reached.has(percent) ? [`rung ${percent} of clock ${id} fires twice`] : []),
    ...(clock.stoppedAt === null ? [] : [`rung ${percent} of clock ${id} fires after it has stopped`]),
    ...(due !== undefined && at >= due ? [] : [`rung ${percent} of clock ${id} fires at ${at}, before ${due}`]),
  ]
  clock.reached.add(percent)
  return faults
}

/** What should have fired long before this line. A rung that ends the case waits while the latch is held (design rule 5). */
function missedRungs({ ledger, instants, reached, stoppedAt }: Clock, { at, type }: TimelineRecord, latched: boolean) {
  if (stoppedAt !== null || type === 'rung-reached' || type === 'clock-reprojected') return []
  return instants.rungs
    .filter(
      (rung) => !reached.has(rung.percent) && rung.at + patienceMs < at && !(latched && ends(ledger, rung.percent)),
    )
    .map(({ percent }) => `rung ${percent} of clock ${ledger.id} has not fired by ${at}`)
}

function ends({ rule }: ClockLedger, percent: number): boolean {
  const actions = rule.rungs.find((rung) => rung.percent === percent)?.actions ?? []
  return actions.some(({ kind }) => kind === 'deem' || kind === 'lapse')
}

/**
 * The second opinion counts whole minutes: a start within one, and each pause, may cost it a minute. A working day has at
 * least 200 of them.
 */
const grain = (unit: 'working-minutes' | 'working-days', pauses: number) =>
  (1 + 2 * pauses) * (unit === 'working-minutes' ? 1 : 1 / 200)

function checkSpent({ ledger, instants, stoppedAt }: Clock, lastAt: number, calendars: Calendars): string[] {
  const { id, rule, startedAt, pauses } = ledger
  const { oracle, compiled } = calendars(rule.calendar, instants.calendarVersion)
  const until = stoppedAt ?? lastAt
  const counted = oracle.spent(rule.budget.unit, startedAt, pauses, startedAt, until) ?? Number.NaN
  const told = spent(compiled, rule.budget, startedAt, pauses, until)
  const agree = Math.abs(counted - told) <= grain(rule.budget.unit, pauses.length)
  return agree ? [] : [`clock ${id} has spent ${told} ${rule.budget.unit}, counted by minutes ${counted}`]
}
