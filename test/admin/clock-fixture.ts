import type { Clock } from '../../contracts/clock.ts'

/** A running clock of five working days, changed where a test says so. */
export function clock(change: Partial<Clock> = {}): Clock {
  return {
    id: 'term',
    unit: 'working-days',
    amount: 5,
    state: 'running',
    spentPercent: 20,
    startedAt: '2026-11-23T01:00:00Z',
    dueAt: '2026-11-30T09:00:00Z',
    stoppedAt: null,
    rungs: [],
    pauses: [],
    resetsAsked: [],
    capAt: null,
    calendarVersion: 1,
    asOf: '2026-11-24T02:00:00Z',
    ...change,
  }
}
