import { expect, test } from 'vitest'
import { type InForce, planChange } from '../../catalogue/calendar-change.ts'
import { type CalendarLayer, layOver } from '../../domain/working-time/index.ts'
import { banyuwangiData } from '../domain/working-time/pack-calendars.ts'

const text = { id: 'x', en: 'x' }
const source = 'made up'
const extra = (date: string) => ({ date, name: text, working: ['08:00-12:00'], source })
const closure = (date: string) => ({ date, kind: 'local' as const, name: text, source })

/** A hospital's calendar on the regency's, with one Saturday of its own. */
function inForce(below = banyuwangiData): Map<string, InForce> {
  const rsud: CalendarLayer = {
    ...{ code: 'rsud', version: 1, name: text, extends: 'banyuwangi' },
    extraWorkingDays: [extra('2026-10-10')],
  }
  return new Map([
    ['banyuwangi', { version: below.version, calendar: below, written: below }],
    ['rsud', { version: 1, calendar: layOver(below, rsud), written: rsud }],
  ])
}

const datesOf = (plan: ReturnType<typeof planChange>, code: string) =>
  plan.versions.find((each) => each.code === code)?.calendar.extraWorkingDays.map(({ date }) => date)

test('an extra working day announced on a day that is closed below is refused, and one on a free day counts', () => {
  const onHoliday = planChange(inForce(), 'rsud', { extraWorkingDays: [extra('2026-03-24')], source })
  expect(onHoliday.problems).toEqual([
    expect.objectContaining({
      code: 'rsud',
      message: expect.stringContaining('2026-03-24 is a closure of banyuwangi'),
    }),
  ])
  const free = planChange(inForce(), 'rsud', { extraWorkingDays: [extra('2026-10-17')], source })
  expect(free.problems).toEqual([])
  expect(datesOf(free, 'rsud')).toEqual(['2026-10-10', '2026-10-17'])
})

test('a day off announced on an extra working day of its own is refused', () => {
  const plan = planChange(inForce(), 'rsud', { closures: [closure('2026-10-10')], source })
  expect(plan.problems).toMatchObject([{ code: 'rsud', message: '2026-10-10 is also a closure' }])
})

test('what the regency closes is closed above as well, and keeps nobody from announcing something else there', () => {
  const below = { ...banyuwangiData, closures: [...banyuwangiData.closures, closure('2026-10-10')] }
  const plan = planChange(inForce(below), 'rsud', { closures: [closure('2026-10-12')], source })
  expect(plan.problems).toEqual([])
  expect(datesOf(plan, 'rsud')).toEqual([])
  const worked = planChange(inForce(below), 'rsud', { withdraws: ['2026-10-10'], source })
  expect(datesOf(worked, 'rsud')).toEqual(['2026-10-10'])
})
