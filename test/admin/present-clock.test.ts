import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presentClock } from '../../admin/src/clock/present.ts'
import { clock } from './clock-fixture.ts'

const localDay = (at: string) => new Date(Date.parse(at) + 420 * 60_000).toISOString().slice(0, 10)
const minutes = (count: number) => count * 60_000

const lastDay = clock({
  spentPercent: 60,
  asOf: '2026-11-25T02:00:00Z',
  dueAt: '2026-11-25T06:00:00Z',
  rungs: [
    { percent: 50, at: '2026-11-24T09:00:00Z', reached: true },
    { percent: 80, at: '2026-11-25T04:00:00Z', reached: false },
    { percent: 100, at: '2026-11-25T06:00:00Z', reached: false },
  ],
})

describe('a clock that counts on', () => {
  it('goes from instant to instant on its last day', () => {
    expect(presentClock(lastDay, minutes(60), localDay)).toMatchObject({
      spentPercent: 70,
      asOf: '2026-11-25T03:00:00.000Z',
    })
    const warned = presentClock(lastDay, minutes(180), localDay)
    expect(warned.spentPercent).toBe(90)
    expect(warned.rungs.map(({ reached }) => reached)).toEqual([true, true, false])
  })

  it('is breached once its end is past', () => {
    const over = presentClock(lastDay, minutes(300), localDay)
    expect(over).toMatchObject({ state: 'breached', spentPercent: 100 })
  })

  it('rests before its last day, while paused, and when stopped', () => {
    const earlier = { ...lastDay, dueAt: '2026-11-26T06:00:00Z' }
    expect(presentClock(earlier, minutes(60), localDay)).toBe(earlier)
    const paused = { ...lastDay, state: 'paused' as const, dueAt: null }
    expect(presentClock(paused, minutes(60), localDay)).toBe(paused)
    const stopped = { ...lastDay, state: 'stopped' as const }
    expect(presentClock(stopped, minutes(60), localDay)).toBe(stopped)
  })

  it('never goes back', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)]
        const before = presentClock(lastDay, minutes(early), localDay).spentPercent
        expect(presentClock(lastDay, minutes(late), localDay).spentPercent).toBeGreaterThanOrEqual(before)
      }),
    )
  })
})
