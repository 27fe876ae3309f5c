import { type ClockRule, isHuman, type Step } from '../service.ts'
import type { Actor, ClockLedger, Proposal } from './events.ts'
import { type CaseState, type ClockState, isClosed } from './state.ts'

export type NextRung = { clock: string; percent: number; at: number; calendarVersion: number }

/** Why a clock stands still while the applicant corrects: only complete files run (UU 30/2014 art 53(2)). */
const correction = { reason: 'correction', basis: 'UU 30/2014 pasal 53 ayat (2)' }

export function startClock(id: string, rule: ClockRule, at: number, by: Actor): Proposal {
  return { type: 'clock-started', at, by, data: { clock: { id, rule, startedAt: at, pauses: [] } } }
}

/** Every running clock stands still while the applicant corrects. */
export function pauseClocks(state: CaseState, at: number, by: Actor): Proposal[] {
  return running(state).map((clock) => {
    const pauses = [...clock.pauses, { ...correction, from: at, until: null, by }]
    return { type: 'clock-paused', at, by, data: { clock: { ...ledger(clock), pauses } } }
  })
}

/** They go on from where they were: nothing is given back, nothing taken (rule 4). */
export function resumeClocks(state: CaseState, at: number, by: Actor): Proposal[] {
  return Object.values(state.clocks)
    .filter((clock) => clock.stoppedAt === null && isPaused(clock))
    .map((clock) => {
      const pauses = clock.pauses.map((pause) => (pause.until === null ? { ...pause, until: at } : pause))
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

/** The earliest rung no clock has reached; a deeming rung waits while the latch is held (rule 5). */
export function nextRung(state: CaseState): NextRung | null {
  if (isClosed(state)) return null
  let next: NextRung | null = null
  for (const clock of running(state)) {
    if (!clock.instants) continue
    for (const { percent, at } of clock.instants.rungs) {
      if (clock.reached.includes(percent)) continue
      if (state.latch && deems(clock, percent)) continue
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

export function clockOf(step: Step): ClockRule | null {
  return isHuman(step) ? step.clock : null
}

function running(state: CaseState): ClockState[] {
  return Object.values(state.clocks).filter((clock) => clock.stoppedAt === null && !isPaused(clock))
}

function deems(clock: ClockLedger, percent: number): boolean {
  const rung = clock.rule.rungs.find((each) => each.percent === percent)
  return rung?.actions.some((action) => action.kind === 'deem') ?? false
}
