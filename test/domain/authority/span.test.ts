import { describe, expect, it } from 'vitest'
import { endOf, faultsOf, isInForce, stateAt } from '../../../domain/authority/span.ts'

const day = 86_400_000
const span = { from: 10 * day, until: 20 * day, ended: null }

describe('days in which something holds', () => {
  it('begin with their first instant and are over at their last, or when they are ended before', () => {
    const at = (days: number, ended: number | null = null) => stateAt({ ...span, ended }, days * day)
    expect([at(9), at(10), at(19), at(20)]).toEqual(['coming', 'current', 'current', 'past'])
    expect([at(11, 12 * day), at(12, 12 * day)]).toEqual(['current', 'past'])
    expect(at(9, 8 * day)).toBe('past')
    expect(isInForce(span, 20 * day - 1)).toBe(true)
    expect([endOf(span), endOf({ ...span, ended: 12 * day }), endOf({ ...span, ended: 25 * day })]).toEqual([
      20 * day,
      12 * day,
      20 * day,
    ])
  })

  it('are written down for what is to come, a day back at most, and not for too long', () => {
    const faults = (from: number, until: number) => faultsOf({ from: from * day, until: until * day }, 5, 10 * day)
    expect(faults(10, 15)).toEqual([])
    expect(faults(9, 12)).toEqual([])
    expect(faults(8, 12)).toEqual(['in-the-past'])
    expect(faults(12, 12)).toEqual(['before-start'])
    expect(faults(9.5, 10)).toEqual(['before-start'])
    expect(faults(10, 16)).toEqual(['too-long'])
    expect(faults(1, 9)).toEqual(['in-the-past', 'before-start', 'too-long'])
  })
})
