import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkCalendarFile, parseCalendar } from '../../catalogue/calendar-schema.ts'

const file = 'calendars/banyuwangi.json'
const text = readFileSync(new URL('../../packs/banyuwangi/calendars/banyuwangi.json', import.meta.url), 'utf8')

/** The pack's own calendar with some text of it replaced. */
function broken(from: string, to: string): unknown {
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`${from} is not in ${file}`)
  return JSON.parse(changed)
}

describe('a calendar file', () => {
  test('that is sound is read', () => {
    expect(checkCalendarFile(file, JSON.parse(text)).problems).toEqual([])
    expect(parseCalendar(file, JSON.parse(text)).code).toBe('banyuwangi')
  })
  test.each([
    [
      'an unknown kind of closure',
      '"kind": "cuti-bersama"',
      '"kind": "libur"',
      /^calendars\/banyuwangi\.json: closures\[1\] \(2025-08-18\) kind: /,
    ],
    [
      'a closure twice',
      '"date": "2026-02-17"',
      '"date": "2026-02-16"',
      /closures\[\d+\] \(2026-02-16\) date: 2026-02-16 is closed twice$/,
    ],
    [
      'a date that is none',
      '"date": "2026-02-17"',
      '"date": "2026-02-30"',
      /\(2026-02-30\) date: 2026-02-30 is no date/,
    ],
    ['hours that overlap', '"13:00-16:30"', '"11:00-16:30"', /workingHours\[0\] \(2023-04-12\) week friday: /],
    [
      'an unknown weekday',
      '"friday": ["07:30-11:30"',
      '"jumat": ["07:30-11:30"',
      /workingHours\[0\] \(2023-04-12\) week: .*jumat/,
    ],
    [
      'a season turned round',
      '"until": "2026-03-20"',
      '"until": "2026-01-20"',
      /seasons\[0\] \(ramadan-1447\): ends on 2026-01-20/,
    ],
    ['an unknown field', '"coversUntil"', '"coversTo": "2028-01-01", "coversUntil"', /the file: .*coversTo/],
  ])('%s is named by file, entry and field', (_title, from, to, expected) => {
    const { calendar, problems } = checkCalendarFile(file, broken(from, to))
    expect(calendar).toBeUndefined()
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(expected)
    expect(() => parseCalendar(file, broken(from, to))).toThrow(expected)
  })
  test('without a source is refused', () => {
    const json = JSON.parse(text)
    delete json.closures[2].source
    expect(checkCalendarFile(file, json).problems[0]).toMatch(/closures\[2\] \(2025-09-05\) source/)
  })
  test('all that is wrong is said at once', () => {
    const json = JSON.parse(text)
    json.closures[0].kind = 'libur'
    json.version = 0
    expect(checkCalendarFile(file, json).problems).toHaveLength(2)
  })
})
