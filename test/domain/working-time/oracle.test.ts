import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Budget,
  type Calendar,
  type CompiledCalendar,
  compileCalendar,
  type Instant,
  measure,
  type Pause,
  rungAt,
  spent,
  startOfCounting,
} from '../../../domain/working-time/index.ts'
import { budgets, calendars, coverOf, minutesBetween, pausesBetween } from './arbitraries.ts'
import { makeOracle, type Oracle } from './oracle.ts'
import { banyuwangi, banyuwangiData, desa, desaData, wib } from './pack-calendars.ts'

type Case = { budget: Budget; receivedAt: Instant; pauses: Pause[]; percent: number; from: Instant; length: number }

function cases(begin: Instant, end: Instant): fc.Arbitrary<Case> {
  return fc.record({
    budget: budgets,
    receivedAt: minutesBetween(begin, end),
    pauses: pausesBetween(begin, end, true),
    percent: fc.oneof(fc.constantFrom(50, 80, 100), fc.integer({ min: 1, max: 150 })),
    from: minutesBetween(begin, end),
    length: fc.integer({ min: 0, max: 30_000 }),
  })
}

/** What the code under test says, `undefined` where it refuses because the calendar ends. */
function orBeyond<T>(answer: () => T): T | undefined {
  try {
    return answer()
  } catch (error) {
    if (error instanceof RangeError && error.message.includes(' covers ')) return undefined
    throw error
  }
}

function agree(calendar: CompiledCalendar, oracle: Oracle, end: Instant, example: Case): void {
  const { budget, receivedAt, pauses, percent, from } = example
  const to = Math.min(end, from + example.length * 60_000)
  expect(orBeyond(() => startOfCounting(calendar, budget, receivedAt))).toBe(oracle.start(budget.unit, receivedAt))
  expect(orBeyond(() => rungAt(calendar, budget, receivedAt, pauses, percent))).toBe(
    oracle.reach(budget, receivedAt, pauses, percent),
  )
  same(
    orBeyond(() => measure(calendar, budget.unit, receivedAt, from, to)),
    oracle.spent(budget.unit, receivedAt, [], from, to),
  )
  same(
    orBeyond(() => spent(calendar, budget, receivedAt, pauses, to)),
    oracle.spent(budget.unit, receivedAt, pauses, calendar.begin, to),
  )
}

function same(actual: number | undefined, expected: number | undefined): void {
  if (actual === undefined || expected === undefined) expect(actual).toBe(expected)
  else expect(actual).toBeCloseTo(expected, 7)
}

describe('against a minute-by-minute oracle', () => {
  const spans: [string, CompiledCalendar, Calendar, Instant, Instant][] = [
    [
      'Banyuwangi, Ramadan and Lebaran 2026',
      banyuwangi,
      banyuwangiData,
      wib('2026-02-09 00:00'),
      wib('2026-04-13 00:00'),
    ],
    [
      'Banyuwangi, Ramadan and Lebaran 2027',
      banyuwangi,
      banyuwangiData,
      wib('2027-02-01 00:00'),
      wib('2027-04-05 00:00'),
    ],
    ['Banyuwangi, the end of its data', banyuwangi, banyuwangiData, wib('2027-11-22 00:00'), wib('2028-01-01 00:00')],
    ['a village, Lebaran 2026', desa, desaData, wib('2026-03-09 00:00'), wib('2026-04-06 00:00')],
  ]
  const oracles = new Map([banyuwangiData, desaData].map((data) => [data, makeOracle(data)]))
  for (const [title, calendar, data, begin, end] of spans) {
    test(title, () => {
      const oracle = oracles.get(data) ?? makeOracle(data)
      fc.assert(
        fc.property(cases(begin, end), (example) => agree(calendar, oracle, end, example)),
        { numRuns: 250 },
      )
    })
  }

  test('calendars of any hours, seasons, closures, zones and receipt rules', () => {
    const examples = calendars.chain((calendar) => {
      const [begin, end] = coverOf(calendar)
      return fc.record({
        calendar: fc.constant(calendar),
        cases: fc.array(cases(begin, end), { minLength: 4, maxLength: 4 }),
      })
    })
    fc.assert(
      fc.property(examples, (example) => {
        const compiled = compileCalendar(example.calendar)
        const oracle = makeOracle(example.calendar)
        const [, end] = coverOf(example.calendar)
        for (const one of example.cases) agree(compiled, oracle, end, one)
      }),
      { numRuns: 100 },
    )
  }, 30_000)
})
