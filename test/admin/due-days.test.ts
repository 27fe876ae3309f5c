import { describe, expect, it } from 'vitest'
import { dueDays } from '../../admin/src/home/due-days.ts'
import { byDay } from '../../admin/src/timeline/by-day.ts'
import { clock } from './clock-fixture.ts'

const localDay = (at: string) => new Date(Date.parse(at) + 420 * 60_000).toISOString().slice(0, 10)
const due = (dueAt: string | null, spentPercent = 20) => ({
  clock: clock({ dueAt, spentPercent, asOf: '2026-11-25T02:00:00Z' }),
})

describe('open tasks by their day', () => {
  it('are late, of today, of the next days, and the rest together', () => {
    const tasks = [
      due('2026-11-20T09:00:00Z', 130),
      due('2026-11-25T07:00:00Z'),
      due('2026-11-26T07:00:00Z'),
      due('2026-11-26T08:00:00Z'),
      due('2026-11-27T07:00:00Z'),
      due('2026-11-30T07:00:00Z'),
      due(null),
    ]
    expect(dueDays(tasks, localDay, 2).map(({ key, count }) => [key, count])).toEqual([
      ['late', 1],
      ['today', 1],
      ['2026-11-26', 2],
      ['2026-11-27', 1],
      ['later', 1],
    ])
  })

  it('show late and today even where there is none', () => {
    expect(dueDays([], localDay).map(({ key }) => key)).toEqual(['late', 'today'])
  })
})

describe('a timeline', () => {
  it('is told newest first, by the regency’s days', () => {
    const entries = [
      { seq: 1, at: '2026-11-24T16:59:00Z' },
      { seq: 2, at: '2026-11-24T17:01:00Z' },
      { seq: 3, at: '2026-11-25T01:00:00Z' },
    ]
    expect(byDay(entries, localDay).map(({ day, entries: own }) => [day, own.map(({ seq }) => seq)])).toEqual([
      ['2026-11-25', [3, 2]],
      ['2026-11-24', [1]],
    ])
  })
})
