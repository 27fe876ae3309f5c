import { expect, test } from 'vitest'
import { type Budget, compileCalendar, dueAt } from '../../../domain/working-time/index.ts'
import { banyuwangi, banyuwangiData, wib } from './pack-calendars.ts'

/** Mean microseconds a call, the best of several rounds, so that a busy machine does not decide. */
function microseconds(calls: number, call: (n: number) => unknown): number {
  const rounds = Array.from({ length: 7 }, () => {
    const from = performance.now()
    for (let n = 0; n < calls; n += 1) call(n)
    return ((performance.now() - from) * 1000) / calls
  })
  return Math.min(...rounds)
}

const begin = wib('2026-01-01 00:00')
const hour = 3_600_000

test('the due instant of five working days is far below 50 µs, with pauses too', () => {
  const budget: Budget = { unit: 'working-days', amount: 5 }
  expect(microseconds(5000, (n) => dueAt(banyuwangi, budget, begin + n * hour, []))).toBeLessThan(25)
  const paused = (n: number) =>
    [1, 2, 3].map((k) => ({ from: begin + (n + k * 30) * hour, until: begin + (n + k * 30 + 9) * hour }))
  expect(microseconds(5000, (n) => dueAt(banyuwangi, budget, begin + n * hour, paused(n)))).toBeLessThan(50)
})

test('a term of years costs no more, and fifty years of calendar compile', () => {
  const [hours] = banyuwangiData.workingHours
  const long = compileCalendar({
    ...banyuwangiData,
    coversUntil: '2075-12-31',
    workingHours: [{ from: '2025-01-01', week: hours?.week ?? {}, source: 'test' }],
  })
  const budget: Budget = { unit: 'working-days', amount: 10_000 }
  expect(microseconds(5000, (n) => dueAt(long, budget, begin + n * hour, []))).toBeLessThan(50)
})
