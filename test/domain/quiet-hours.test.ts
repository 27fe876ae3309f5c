import { describe, expect, it } from 'vitest'
import { quietUntil } from '../../domain/quiet-hours.ts'

const wib = 420
const at = (local: string) => Date.parse(`${local}:00.000+07:00`)

describe('quiet hours from 20.00 to 06.00', () => {
  const hours = { from: '20:00', until: '06:00' }
  it.each([
    ['2026-12-01T19:59', null],
    ['2026-12-01T20:00', '2026-12-02T06:00'],
    ['2026-12-01T23:30', '2026-12-02T06:00'],
    ['2026-12-02T00:10', '2026-12-02T06:00'],
    ['2026-12-02T05:59', '2026-12-02T06:00'],
    ['2026-12-02T06:00', null],
  ])('%s waits until %s', (now, end) => {
    expect(quietUntil(at(now), hours, wib)).toBe(end && at(end))
  })
})

it('within one day, and none at all', () => {
  expect(quietUntil(at('2026-12-01T12:30'), { from: '12:00', until: '13:00' }, wib)).toBe(at('2026-12-01T13:00'))
  expect(quietUntil(at('2026-12-01T12:30'), { from: '13:00', until: '13:00' }, wib)).toBeNull()
})
