import type { ClockRule, PauseReason } from '../service.ts'
import { type Actor, type ClockLedger, type Proposal, system } from './events.ts'
import { type CaseState, type ClockState, isClosed, termClock } from './state.ts'

/** `percent` of the budget; 0 where it is a pause that has lasted as long as it may. */
export type NextRung = { clock: string; percent: number; at: number; calendarVersion: number }

const correctionBasis = 'UU 30/2014 pasal 53 ayat (2)'

export function startClock(id: string, rule: ClockRule, at: number, by: Actor): Proposal {
  return { type: 'clock-started', at, by, data: { clock: { id, rule, startedAt: at, pauses: [] } } }
}

/** Every running clock stands still. */
export function pauseClocks(state: CaseState, reason: PauseReason, at: number, by: Actor): Proposal[] {
  return running(state).map((clock) => paused(clock, { reason, basis: correctionBasis, from: at, until: null, by }))
}

/** The whole application's clock stands still, on a ground that the service names. */
export function pauseTerm(state: CaseState, basis: string, at: number): Proposal[] {
  const term = state.clocks[termClock]
  if (!term || term.stoppedAt !== null) return []
  return [paused(term, { reason: 'outside', basis, from: at, until: null, by: system })]
}

/** An outside system stopped its clock: the term stands still with it, unless it does so by an earlier status. */
export function stopTerm(state: CaseState, { basis, code }: { basis: string; code: string }, at: number): Proposal[] {
  const term = state.clocks[termClock]
  if (!term || term.stoppedAt !== null || term.pauses.some(isStop)) return []
  return [paused(term, { reason: 'outside', basis, from: at, until: null, by: system, code })]
}

/** It runs its clock again: what its status had stopped goes on, a pause on another ground stays. */
export function runTerm(state: CaseState, at: number): Proposal[] {
  return endPauses(state, isStop, at, system)
}

const isStop = ({ until, code }: ClockLedger['pauses'][number]) => until === null && code !== undefined

function paused(clock: ClockState, pause: ClockLedger['pauses'][number]): Proposal {
  const { from: at, by, reason } = pause
  const cap = clock.rule.pauseCaps?.[reason as PauseReason]
  const capped = cap === undefined ? pause : { ...pause, cap }
  return { type: 'clock-paused', at, by, data: { clock: { ...ledger(clock), pauses: [...clock.pauses, capped] } } }
}

/** The pause has lasted as long as it may: the clock has run on since then, however late anybody looks. */
export function endCappedPause(clock: ClockState, at: number): Proposal[] {
  const { instants } = clock
  if (!instants?.cap) return []
  const { at: until, reason } = instants.cap
  const pauses = clock.pauses.map((pause) =>
    pause.until === null && pause.reason === reason ? { ...pause, until, ended: 'cap' as const } : pause,
  )
  const cap = { reason, calendarVersion: instants.calendarVersion }
  return [{ type: 'clock-resumed', at, by: system, data: { clock: { ...ledger(clock), pauses }, cap } }]
}

/** Pauses for this reason end; clocks go on from where they were: nothing is given back, nothing taken (rule 4). */
export function resumeClocks(state: CaseState, reason: PauseReason, at: number, by: Actor): Proposal[] {
  return endPauses(state, (pause) => pause.until === null && pause.reason === reason, at, by)
}

function endPauses(
  state: CaseState,
  isOpen: (pause: ClockLedger['pauses'][number]) => boolean,
  at: number,
  by: Actor,
): Proposal[] {
  return Object.values(state.clocks)
    .filter((clock) => clock.stoppedAt === null && clock.pauses.some(isOpen))
    .map((clock) => {
      const pauses = clock.pauses.map((pause) => (isOpen(pause) ? { ...pause, until: at } : pause))
      return { type: 'clock-resumed', at, by, data: { clock: { ...ledger(clock), pauses } } }
    })
}

export function stopClocks(
  state: CaseState,
  at: number,
  by: Actor,
  which: (id: string) => boolean = () => true,
): Proposal[] {
  return Object.values(state.clocks)
    .filter((clock) => clock.stoppedAt === null && which(clock.id))
    .map((clock) => ({ type: 'clock-stopped', at, by, data: { clock: clock.id } }))
}

/**
 * The earliest rung no clock has reached, or cap of a pause; one that would end the case waits while the latch is held
 * (rule 5), and silence approves nothing that lies with the applicant.
 */
export function nextRung(state: CaseState): NextRung | null {
  if (isClosed(state)) return null
  let next: NextRung | null = firstCap(state)
  for (const clock of running(state)) {
    if (!clock.instants) continue
    for (const { percent, at } of clock.instants.rungs) {
      if (clock.reached.includes(percent)) continue
      if (state.latch && ends(clock, percent)) continue
      if (state.status === 'returned' && deems(clock, percent)) continue
      if (!next || at < next.at)
        next = { clock: clock.id, percent, at, calendarVersion: clock.instants.calendarVersion }
    }
  }
  return next
}

export function isPaused(clock: ClockLedger): boolean {
  return clock.pauses.some((pause) => pause.until === null)
}

export function ledger({ id, rule, startedAt, pauses }: ClockState): ClockLedger {
  return { id, rule, startedAt, pauses }
}

/** Clocks that still count and have instants: those a change of their calendar moves. */
export function countedClocks({ clocks }: Pick<CaseState, 'clocks'>): ClockState[] {
  return Object.values(clocks).filter(({ stoppedAt, instants }) => stoppedAt === null && instants !== null)
}

function running(state: CaseState): ClockState[] {
  return Object.values(state.clocks).filter((clock) => clock.stoppedAt === null && !isPaused(clock))
}

function firstCap({ clocks }: CaseState): NextRung | null {
  const caps = Object.values(clocks).flatMap(({ id: clock, stoppedAt, instants }): NextRung[] =>
    stoppedAt === null && instants?.cap
      ? [{ clock, percent: 0, at: instants.cap.at, calendarVersion: instants.calendarVersion }]
      : [],
  )
  return caps.sort((a, b) => a.at - b.at)[0] ?? null
}

function deems(clock: ClockLedger, percent: number): boolean {
  const rung = clock.rule.rungs.find((each) => each.percent === percent)
  return rung?.actions.some(({ kind }) => kind === 'deem') ?? false
}

function ends(clock: ClockLedger, percent: number): boolean {
  const rung = clock.rule.rungs.find((each) => each.percent === percent)
  return rung?.actions.some(({ kind }) => kind === 'deem' || kind === 'lapse') ?? false
}
