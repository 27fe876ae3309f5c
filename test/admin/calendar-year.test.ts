import { expect, test } from 'vitest'
import { yearOf } from '../../admin/src/calendars/year.ts'
import type { CalendarDetail } from '../../contracts/calendars.ts'
import { banyuwangiData, desaData } from '../domain/working-time/pack-calendars.ts'

/** December 2026: Wednesday 23, Thursday 24 joint leave, Friday 25 Christmas, Saturday 26, Sunday 27. */
function marks(calendar: typeof banyuwangiData) {
  const { openingHours = null } = calendar
  const [december] = yearOf({ ...calendar, openingHours } as CalendarDetail, 2026).slice(11)
  return december?.days.slice(22, 27).map(({ mark }) => mark)
}

test('a Saturday on which counters open is told from one on which nothing does', () => {
  expect(marks(banyuwangiData)).toEqual(['work', 'cuti-bersama', 'national-holiday', 'counters', 'off'])
  expect(marks(desaData)).toEqual(['work', 'cuti-bersama', 'national-holiday', 'off', 'off'])
})
