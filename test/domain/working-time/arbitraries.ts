import fc from 'fast-check'
import type { Budget, Calendar, Instant, Pause, WeeklyHours } from '../../../domain/working-time/index.ts'
import { weekdays } from '../../../domain/working-time/index.ts'

const minute = 60_000
const day = 1440 * minute

/** Whole minutes in [from, to). */
export function minutesBetween(from: Instant, to: Instant): fc.Arbitrary<Instant> {
  return fc.integer({ min: 0, max: (to - from) / minute - 1 }).map((n) => from + n * minute)
}

export const budgets: fc.Arbitrary<Budget> = fc.oneof(
  fc.record({ unit: fc.constant('working-days' as const), amount: fc.integer({ min: 1, max: 21 }) }),
  fc.record({ unit: fc.constant('working-minutes' as const), amount: fc.integer({ min: 1, max: 5000 }) }),
)

/** Up to five pauses, overlapping or not, on whole minutes; `open` lets one of them have no end. */
export function pausesBetween(from: Instant, to: Instant, open = false): fc.Arbitrary<Pause[]> {
  const pause = fc
    .tuple(minutesBetween(from, to), fc.integer({ min: 0, max: 6000 }), fc.boolean())
    .map(
      ([start, length, ends]): Pause =>
        ends || !open ? { from: start, until: start + length * minute } : { from: start },
    )
  return fc.array(pause, { maxLength: 5 })
}

const dayOfHours = fc.uniqueArray(fc.integer({ min: 0, max: 288 }), { maxLength: 6 }).map((marks) => {
  const sorted = marks.sort((a, b) => a - b).map((five) => clock(five * 5))
  return sorted.flatMap((from, index) => (index % 2 === 0 && sorted[index + 1] ? [`${from}-${sorted[index + 1]}`] : []))
})

const weeks: fc.Arbitrary<WeeklyHours> = fc.record(
  Object.fromEntries(weekdays.map((name) => [name, dayOfHours])) as Record<
    (typeof weekdays)[number],
    typeof dayOfHours
  >,
  { requiredKeys: [] },
)

const text = { id: 'x', en: 'x' }
const source = 'made up'
const first = Date.parse('2026-03-02T00:00:00Z')
const dates = (count: number) =>
  Array.from({ length: count }, (_, n) => new Date(first + n * day).toISOString().slice(0, 10))
const covered = dates(42)

/** Six weeks of any hours, in any zone: two dated entries, a season, closures, extra working days, either receipt rule. */
export const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    offset: fc.constantFrom(420, 480, 540, -210, 0),
    week: weeks,
    later: weeks,
    opening: fc.option(weeks, { nil: undefined }),
    season: weeks,
    seasonOpening: fc.option(weeks, { nil: undefined }),
    closed: fc.uniqueArray(fc.constantFrom(...covered), { maxLength: 6 }),
    extra: fc.uniqueArray(fc.constantFrom(...covered), { maxLength: 3 }),
    extraOpening: fc.option(dayOfHours, { nil: undefined }),
    afterClosing: fc.constantFrom('next-working-day' as const, 'next-opening-day' as const),
    excludesDayOfReceipt: fc.boolean(),
  })
  .map((made) => {
    const calendar: Calendar = {
      code: 'random',
      version: 1,
      name: text,
      utcOffsetMinutes: made.offset,
      coversFrom: covered[0] ?? '',
      coversUntil: covered.at(-1) ?? '',
      workingHours: [
        { from: '2026-01-01', until: covered[29], week: made.week, source },
        { from: covered[30] ?? '', week: made.later, source },
      ],
      openingHours: made.opening && [{ from: '2026-01-01', week: made.opening, source }],
      seasons: [
        {
          code: 'season',
          name: text,
          from: covered[10] ?? '',
          until: covered[17] ?? '',
          working: made.season,
          opening: made.seasonOpening,
          source,
        },
      ],
      closures: made.closed.map((date) => ({ date, kind: 'local', name: text, source })),
      extraWorkingDays: made.extra
        .filter((date) => !made.closed.includes(date) && neverWorked(date, [made.week, made.later, made.season]))
        .map((date) => ({ date, name: text, working: ['09:00-12:35'], opening: made.extraOpening, source })),
      receiptRule: {
        afterClosing: made.afterClosing,
        excludesDayOfReceipt: made.excludesDayOfReceipt,
        article: source,
        source,
      },
    }
    return calendar
  })

/** First and first no longer covered instant of a calendar. */
export function coverOf(calendar: Calendar): [Instant, Instant] {
  const offset = calendar.utcOffsetMinutes * minute
  return [
    Date.parse(`${calendar.coversFrom}T00:00:00Z`) - offset,
    Date.parse(`${calendar.coversUntil}T00:00:00Z`) + day - offset,
  ]
}

function neverWorked(date: string, all: WeeklyHours[]): boolean {
  const name = weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'monday'
  return all.every((week) => (week[name] ?? []).length === 0)
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
