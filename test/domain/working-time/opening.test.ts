import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOver, openingDays } from '../../../domain/working-time/index.ts'
import { calendars } from './arbitraries.ts'
import { banyuwangiData, desaData } from './pack-calendars.ts'

test('a week at the mall: Saturday is open, the holiday says its name', () => {
  // 24-12-2026 is a Thursday, cuti bersama; Friday 25 is Christmas.
  const days = openingDays(banyuwangiData, '2026-12-23', 6)
  const usual = ['08:00-14:00']
  expect(days).toEqual([
    { date: '2026-12-23', hours: usual, closed: null },
    { date: '2026-12-24', hours: [], closed: expect.objectContaining({ id: 'Cuti Bersama Hari Raya Natal' }) },
    { date: '2026-12-25', hours: [], closed: expect.objectContaining({ en: 'Christmas Day' }) },
    { date: '2026-12-26', hours: usual, closed: null },
    { date: '2026-12-27', hours: [], closed: null },
    { date: '2026-12-28', hours: usual, closed: null },
  ])
})

test('without opening hours of its own an office is open while it works', () => {
  expect(openingDays(desaData, '2026-12-26', 3).map(({ hours }) => hours)).toEqual([
    [],
    [],
    ['07:30-12:00', '13:00-16:00'],
  ])
})

test('days beyond the calendar are not told', () => {
  expect(openingDays(banyuwangiData, '2027-12-30', 14).map(({ date }) => date)).toEqual(['2027-12-30', '2027-12-31'])
  expect(() => openingDays(banyuwangiData, '2027-02-30', 1)).toThrow(RangeError)
})

test('a layer changes no day that it does not name', () => {
  const text = { id: 'x', en: 'x' }
  const source = 'made up'
  fc.assert(
    fc.property(
      calendars.chain((base) => {
        const dates = openingDays(base, base.coversFrom, 42).map(({ date }) => date)
        return fc.record({
          base: fc.constant(base),
          closed: fc.uniqueArray(fc.constantFrom(...dates), { maxLength: 5 }),
          worked: fc.subarray(base.closures.map(({ date }) => date)),
        })
      }),
      ({ base, closed, worked }) => {
        const closures = closed.map((date) => ({ date, kind: 'local' as const, name: text, source }))
        const worksThrough = worked.map((date) => ({ date, source }))
        const layer = { code: 'layer', version: 1, name: text, extends: base.code, closures, worksThrough }
        const named = new Set([...closed, ...worked])
        const [below, above] = [base, layOver(base, layer)].map((calendar) =>
          openingDays(calendar, base.coversFrom, 42).filter(({ date }) => !named.has(date)),
        )
        expect(above).toEqual(below)
      },
    ),
  )
})
