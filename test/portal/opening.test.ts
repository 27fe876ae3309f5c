import { describe, expect, test } from 'vitest'
import type { OpeningDay } from '../../contracts/me.ts'
import { hoursText, openingAt } from '../../portal/src/format/opening.ts'

const natal = { id: 'Hari Raya Natal', en: 'Christmas Day' }
const day = (date: string, hours: string[], closed: OpeningDay['closed'] = null) => ({ date, hours, closed })
const days = [
  day('2026-12-23', ['08:00-14:00']),
  day('2026-12-24', ['07:30-12:00', '13:00-16:00']),
  day('2026-12-25', [], natal),
  day('2026-12-26', ['08:00-14:00']),
  day('2026-12-27', []),
]
const at = (local: string) => openingAt(days, Date.parse(`${local.replace(' ', 'T')}:00+07:00`), 420)

describe('a place by its calendar', () => {
  test('is open until it closes, and says what closes it later', () => {
    expect(at('2026-12-23 13:59')).toMatchObject({ standing: 'open', today: { date: '2026-12-23' } })
    expect(at('2026-12-23 13:59')?.closures).toEqual([days[2]])
    expect(at('2026-12-24 12:30'), 'a break is no end of the day').toMatchObject({ standing: 'open' })
  })

  test('is over at closing time, and opens again on the next day that is open', () => {
    expect(at('2026-12-23 14:00')).toMatchObject({ standing: 'over', next: { date: '2026-12-24' } })
    expect(at('2026-12-24 16:00')).toMatchObject({ standing: 'over', next: { date: '2026-12-26' } })
  })

  test('is closed on a holiday and on a day without hours', () => {
    expect(at('2026-12-25 09:00')).toMatchObject({ standing: 'closed', today: { closed: natal }, closures: [] })
    expect(at('2026-12-27 09:00')).toMatchObject({ standing: 'closed', today: { closed: null }, next: null })
  })

  test('goes by the regency’s own day, and says nothing of days it was not told', () => {
    expect(at('2026-12-25 00:30')?.today.date).toBe('2026-12-25')
    expect(at('2026-12-28 09:00')).toBeNull()
  })
})

test('hours are written as people write them', () => {
  expect(hoursText(['08:00-14:00'], '.')).toBe('08.00–14.00')
  expect(hoursText(['07:30-12:00', '13:00-16:00'], ':')).toBe('07:30–12:00, 13:00–16:00')
})
