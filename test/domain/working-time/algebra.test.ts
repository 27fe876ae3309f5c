import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Budget,
  dueAt,
  type Instant,
  isWorkingTime,
  measure,
  type Pause,
  rungAt,
  spent,
  startOfCounting,
} from '../../../domain/working-time/index.ts'
import { budgets, minutesBetween, pausesBetween } from './arbitraries.ts'
import { banyuwangi, wib } from './pack-calendars.ts'

/** To the millisecond, over both Lebarans and both Ramadans. */
const begin = wib('2026-01-01 00:00')
const end = wib('2027-06-01 00:00')
const instants = fc.integer({ min: begin, max: end })
const closed = instants.chain((from) => pausesBetween(from, from + 30 * 86_400_000))
const assert = (property: fc.IRawProperty<unknown>) => fc.assert(property, { numRuns: 400 })

function due(budget: Budget, receivedAt: Instant, pauses: readonly Pause[]): Instant {
  const instant = dueAt(banyuwangi, budget, receivedAt, pauses)
  if (instant === null) throw new Error('nothing is due under pauses that all end')
  return instant
}

/** Pauses that begin somewhere around the time the clock runs. */
const clocks = fc.record({ budget: budgets, receivedAt: instants }).chain(({ budget, receivedAt }) =>
  pausesBetween(receivedAt - 86_400_000, receivedAt + 30 * 86_400_000).map((pauses) => ({
    budget,
    receivedAt,
    pauses,
  })),
)

describe('adding and taking the difference', () => {
  test('at the due instant the budget is spent, a millisecond earlier it is not', () => {
    assert(
      fc.property(clocks, ({ budget, receivedAt, pauses }) => {
        const at = due(budget, receivedAt, pauses)
        expect(spent(banyuwangi, budget, receivedAt, pauses, at)).toBeGreaterThanOrEqual(budget.amount)
        expect(spent(banyuwangi, budget, receivedAt, pauses, at - 1)).toBeLessThan(budget.amount)
      }),
    )
  })
  test('stretches of time add up', () => {
    assert(
      fc.property(budgets, fc.tuple(instants, instants, instants, instants), ({ unit }, times) => {
        const [receivedAt = 0, a = 0, b = 0, c = 0] = [times[0], ...times.slice(1).sort((x, y) => x - y)]
        const whole = measure(banyuwangi, unit, receivedAt, a, c)
        expect(measure(banyuwangi, unit, receivedAt, a, b) + measure(banyuwangi, unit, receivedAt, b, c)).toBeCloseTo(
          whole,
          8,
        )
      }),
    )
  })
  test('working days without pauses end at a close of work', () => {
    assert(
      fc.property(instants, fc.integer({ min: 1, max: 60 }), (receivedAt, amount) => {
        const at = due({ unit: 'working-days', amount }, receivedAt, [])
        expect(isWorkingTime(banyuwangi, at - 1)).toBe(true)
        expect(isWorkingTime(banyuwangi, at)).toBe(false)
        expect(measure(banyuwangi, 'working-days', receivedAt, receivedAt, at)).toBe(amount)
      }),
    )
  })
})

describe('monotonicity', () => {
  test('who files later is never due earlier', () => {
    assert(
      fc.property(budgets, instants, fc.integer({ min: 0, max: 6 * 86_400_000 }), (budget, receivedAt, later) => {
        expect(due(budget, receivedAt + later, [])).toBeGreaterThanOrEqual(due(budget, receivedAt, []))
        expect(startOfCounting(banyuwangi, budget, receivedAt)).toBeGreaterThanOrEqual(receivedAt)
      }),
    )
  })
  test('rungs come in the order of their percents', () => {
    assert(
      fc.property(clocks, fc.integer({ min: 1, max: 99 }), ({ budget, receivedAt, pauses }, percent) => {
        const rung = rungAt(banyuwangi, budget, receivedAt, pauses, percent)
        const next = rungAt(banyuwangi, budget, receivedAt, pauses, percent + 1)
        expect(rung).toBeLessThan(next ?? 0)
        expect(rung).toBeLessThan(due(budget, receivedAt, pauses))
      }),
    )
  })
  test('time spent never falls', () => {
    assert(
      fc.property(
        clocks,
        instants,
        fc.integer({ min: 0, max: 86_400_000 }),
        ({ budget, receivedAt, pauses }, now, later) => {
          const before = spent(banyuwangi, budget, receivedAt, pauses, now)
          expect(spent(banyuwangi, budget, receivedAt, pauses, now + later)).toBeGreaterThanOrEqual(before)
        },
      ),
    )
  })
})

describe('pauses', () => {
  test('one more pause moves the due instant by its working time on the clock, not otherwise counted', () => {
    const examples = clocks.chain((clock) =>
      fc.record({
        clock: fc.constant(clock),
        from: fc.integer({ min: clock.receivedAt, max: due(clock.budget, clock.receivedAt, []) }),
        length: fc.integer({ min: 0, max: 10 * 86_400_000 }),
      }),
    )
    assert(
      fc.property(examples, ({ clock: { budget, receivedAt }, from, length }) => {
        const until = from + length
        const plain = due(budget, receivedAt, [])
        const moved = due(budget, receivedAt, [{ from, until }])
        const away = from >= plain ? 0 : measure(banyuwangi, budget.unit, receivedAt, from, until)
        expect(measure(banyuwangi, budget.unit, receivedAt, plain, moved)).toBeCloseTo(away, 6)
      }),
    )
  })
  test('order, overlaps and cuts do not matter, only the union does', () => {
    assert(
      fc.property(clocks, instants, ({ budget, receivedAt, pauses }, cut) => {
        const plain = due(budget, receivedAt, pauses)
        const cuts = pauses.flatMap(({ from, until }) =>
          until && from < cut && cut < until
            ? [
                { from: cut, until },
                { from, until: cut },
              ]
            : [
                { from, until },
                { from, until },
              ],
        )
        expect(due(budget, receivedAt, pauses.toReversed())).toBe(plain)
        expect(due(budget, receivedAt, cuts)).toBe(plain)
      }),
    )
  })
  test('outside working time, or before the clock starts, they cost nothing', () => {
    assert(
      fc.property(clocks, minutesBetween(begin, end), ({ budget, receivedAt, pauses }, from) => {
        let until = from
        while (!isWorkingTime(banyuwangi, until)) until += 60_000
        const start = startOfCounting(banyuwangi, budget, receivedAt)
        const free = [
          { from, until },
          { from: start - 86_400_000, until: start },
        ]
        expect(due(budget, receivedAt, [...pauses, ...free])).toBe(due(budget, receivedAt, pauses))
      }),
    )
  })
  test('an open one leaves nothing due unless the clock has run out before it', () => {
    assert(
      fc.property(clocks, closed, instants, ({ budget, receivedAt, pauses }, more, from) => {
        const ended = due(budget, receivedAt, [...pauses, ...more])
        const withOpen = dueAt(banyuwangi, budget, receivedAt, [...pauses, { from }, ...more])
        expect(withOpen).toBe(ended <= from ? ended : null)
      }),
    )
  })
})
