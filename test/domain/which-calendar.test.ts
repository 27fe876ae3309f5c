import { expect, test } from 'vitest'
import type { Desk } from '../../domain/service.ts'
import { type ClockOwner, calendarOfClock, type OfficeCalendars } from '../../domain/which-calendar.ts'

/** A hospital and the villages have a calendar of their own; the licensing office goes by the regency's. */
const calendars: OfficeCalendars = {
  regency: 'kabupaten',
  villages: 'pemdes',
  offices: new Map([
    ['rsud', 'rumah-sakit'],
    ['pemdes', 'desa'],
  ]),
}
const desk: Desk = { role: 'technical', agency: 'rsud' }
const village: Desk = { role: 'village-head', village: 'of-application' }

test.each<[what: string, named: string, owner: ClockOwner, expected: string]>([
  ['the rule names one, whatever its office goes by', 'khusus', desk, 'khusus'],
  ['the rule names the regency’s own, over its office’s', 'kabupaten', desk, 'kabupaten'],
  ['a desk goes by its agency’s', '', desk, 'rumah-sakit'],
  ['a village’s desk goes by that of all village offices', '', village, 'desa'],
  ['an agency that answers for a service', '', { agency: 'rsud' }, 'rumah-sakit'],
  ['an office that names none goes by the regency’s', '', { agency: 'dpmptsp' }, 'kabupaten'],
  ['an office nobody knows any more goes by the regency’s', '', { agency: 'dihapus' }, 'kabupaten'],
])('%s', (_what, named, owner, expected) => {
  expect(calendarOfClock(named, owner, calendars)).toBe(expected)
})

test('nobody names one: there is none, and it is not guessed', () => {
  const silent = { ...calendars, regency: null }
  expect(calendarOfClock('', { agency: 'dpmptsp' }, silent)).toBeNull()
  expect(calendarOfClock('', desk, silent)).toBe('rumah-sakit')
})
