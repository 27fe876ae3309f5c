import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketOf, coverOf, lastBuckets } from '../../../domain/oversight/buckets.ts'

const monthsOf = (quarter: string) => {
  const [year, month] = [quarter.slice(0, 4), Number(quarter.slice(5, 7))]
  return [0, 1, 2].map((more) => `${year}-${String(month + more).padStart(2, '0')}-01`)
}

describe('a year of months', () => {
  it('is read as the quarters it holds whole, and the months around them', () => {
    expect(coverOf('month', lastBuckets('2026-11-28', 'month', 12))).toEqual([
      { grain: 'quarter', from: ['2026-01-01', '2026-04-01', '2026-07-01'] },
      { grain: 'month', from: ['2025-12-01', '2026-10-01', '2026-11-01'] },
    ])
    expect(coverOf('month', lastBuckets('2026-12-31', 'month', 12))).toEqual([
      { grain: 'quarter', from: ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'] },
    ])
    expect(coverOf('month', ['2026-01-01', '2026-02-01'])).toHaveLength(1)
    expect(coverOf('week', ['2026-11-23'])).toEqual([{ grain: 'week', from: ['2026-11-23'] }])
  })

  it('holds every month once, however many and whenever', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }), (after, count) => {
        const today = new Date(Date.UTC(2020, after, 15)).toISOString().slice(0, 10)
        const months = lastBuckets(today, 'month', count)
        const covered = coverOf('month', months).flatMap(({ grain, from }) =>
          grain === 'quarter' ? from.flatMap(monthsOf) : from,
        )
        expect(covered.sort()).toEqual(months)
      }),
    ))

  it('a quarter begins in January, April, July or October', () => {
    const days = ['2026-01-01', '2026-03-31', '2026-04-01', '2026-09-30', '2026-10-01', '2026-12-31']
    expect(days.map((day) => bucketOf(day, 'quarter').slice(5))).toEqual([
      '01-01',
      '01-01',
      '04-01',
      '07-01',
      '10-01',
      '10-01',
    ])
  })
})
