import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { type KeptClock, presentClock } from '../../../api/case/clock.ts'
import { parseCalendar } from '../../../catalogue/calendar-schema.ts'
import { type CompiledCalendar, compileCalendar } from '../../../domain/working-time/index.ts'

let calendar: CompiledCalendar

beforeAll(async () => {
  const file = new URL('../../../packs/banyuwangi/calendars/banyuwangi.json', import.meta.url)
  calendar = compileCalendar(parseCalendar('banyuwangi.json', JSON.parse(await readFile(file, 'utf8'))))
})

const at = (local: string) => Date.parse(`${local}+07:00`)
const citizen = { kind: 'citizen', id: 'p' } as const

/** Two working days from Monday 23 November 2026, 09.00: due at the close of Wednesday. */
const clock: KeptClock = {
  id: 'c',
  rule: {
    budget: { unit: 'working-days', amount: 2 },
    calendar: 'banyuwangi',
    rungs: [50, 100].map((percent) => ({ percent, actions: [{ kind: 'remind' as const }] })),
  },
  startedAt: at('2026-11-23T09:00:00'),
  pauses: [],
  calendarVersion: 1,
  dueAt: at('2026-11-25T16:00:00'),
  rungs: [
    { percent: 50, at: at('2026-11-24T16:00:00') },
    { percent: 100, at: at('2026-11-25T16:00:00') },
  ],
  reached: [],
  stoppedAt: null,
}
const shown = (asOf: string, changes: Partial<KeptClock> = {}) =>
  presentClock({ ...clock, ...changes }, { calendar, asOf: at(asOf), nameOf: ({ kind }) => kind })

describe('a clock as it is shown', () => {
  test.each([
    ['2026-11-23T15:00:00', 0, 'running'],
    ['2026-11-24T16:00:00', 50, 'running'],
    ['2026-11-25T15:59:59', 99.9, 'running'],
    ['2026-11-25T16:00:00', 100, 'breached'],
    ['2026-11-26T16:00:00', 150, 'breached'],
  ] as const)('at %s %d%% are spent: %s', (asOf, spentPercent, state) => {
    expect(shown(asOf)).toMatchObject({ spentPercent, state, asOf: new Date(at(asOf)).toISOString() })
  })

  test('stands still while it is paused, and says who paused it and why', () => {
    const from = at('2026-11-24T16:00:00')
    const pauses = [{ from, until: null, reason: 'correction', basis: 'UU 30/2014', by: citizen }]
    expect(shown('2026-12-10T10:00:00', { pauses, dueAt: null, rungs: [] })).toMatchObject({
      spentPercent: 50,
      state: 'paused',
      dueAt: null,
      rungs: [
        { percent: 50, at: null, reached: false },
        { percent: 100, at: null },
      ],
      pauses: [{ from: new Date(from).toISOString(), until: null, by: 'citizen' }],
    })
  })

  test('keeps what it showed when it stopped', () => {
    const stoppedAt = at('2026-11-24T16:00:00')
    expect(shown('2027-03-01T10:00:00', { stoppedAt, reached: [50] })).toMatchObject({
      spentPercent: 50,
      state: 'stopped',
      stoppedAt: new Date(stoppedAt).toISOString(),
      rungs: [{ reached: true }, { reached: false }],
    })
  })

  test('is still shown when its calendar has ended', () => {
    const last = shown('2027-12-31T12:00:00').spentPercent
    expect(shown('2029-06-01T12:00:00').spentPercent).toBeGreaterThanOrEqual(last)
  })
})
