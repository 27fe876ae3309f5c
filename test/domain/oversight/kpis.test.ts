import { describe, expect, it } from 'vitest'
import { distanceTo, isMet, type KpiMeasure, kpiMeasureNames, measureNamed } from '../../../domain/oversight/kpis.ts'

const hour = 3_600_000

function past(name: KpiMeasure) {
  const measure = measureNamed(name)
  if (measure.of === 'open') throw new Error(`${name} stands so now`)
  return measure.value
}

describe('a key figure', () => {
  it('is worked out of sums', () => {
    expect(past('decided-in-time')({ timed: 8, late: 2 })).toBe(75)
    expect(past('terms-kept')({ timed: 4 })).toBe(100)
    expect(past('mean-hours')({ decided: 4, tookMs: 10 * hour })).toBe(2.5)
    expect(past('mean-days')({ closed: 2, officeMs: 24 * hour, applicantMs: 12 * hour, outsideMs: 12 * hour })).toBe(1)
    expect(past('office-share')({ closed: 2, officeMs: 3, applicantMs: 1 })).toBe(75)
    expect(past('out-of-turn')({ decided: 50, freeOvertakings: 1, overtakings: 9 })).toBe(2)
  })

  it('is nothing where nothing happened, and a number is then none', () => {
    const open = { breached: 0, warned: 0, 'on-time': 0, paused: 0 }
    const told = kpiMeasureNames.map((name) => {
      const measure = measureNamed(name)
      return [name, measure.of === 'open' ? measure.value(open) : measure.value({})]
    })
    expect(told.filter(([, value]) => value !== null)).toEqual([
      ['decided', 0],
      ['received', 0],
      ['overdue-now', 0],
    ])
  })

  it('is what was aimed at from the aim on, in its direction', () => {
    const least = { direction: 'at-least', value: 90 } as const
    const most = { direction: 'at-most', value: 5 } as const
    expect([89.9, 90, null].map((value) => isMet(value, least))).toEqual([false, true, null])
    expect([5.1, 5, null].map((value) => isMet(value, most))).toEqual([false, true, null])
    expect([distanceTo(80, least), distanceTo(9, most)]).toEqual([-10, -4])
  })
})
