import { expect, test } from 'vitest'
import { longHolidays } from '../../../domain/working-time/index.ts'
import { banyuwangiData } from './pack-calendars.ts'

test('a case that comes in on the third working day before Lebaran runs into it', () => {
  const ahead = longHolidays(banyuwangiData, '2026-11-28')
  const eid = { id: 'Hari Raya Idul Fitri', en: 'Eid al-Fitr' }
  expect(ahead).toContainEqual({ before: '2027-03-03', from: '2027-03-06', name: eid })
  expect(longHolidays(banyuwangiData, '2027-03-04').some(({ name }) => name.id === eid.id)).toBe(false)
  expect(longHolidays(banyuwangiData, banyuwangiData.coversUntil)).toEqual([])
})
