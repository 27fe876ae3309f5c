import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Calendar,
  type CalendarLayer,
  capReachedAt,
  checkLayer,
  compileCalendar,
  dueAt,
  type Instant,
  layOver,
  type Pause,
  spent,
  workedBetween,
} from '../../../domain/working-time/index.ts'
import { budgets, calendars, coverOf, minutesBetween, pausesBetween } from './arbitraries.ts'
import { makeOracle } from './oracle.ts'
import { banyuwangiData, inWib, wib } from './pack-calendars.ts'

const text = { id: 'x', en: 'x' }
const source = 'made up'
const minute = 60_000

/** A layer over a base: its own hours or not, its own closures and extra days, and some of the base's worked through. */
const layered = calendars.chain((base) => {
  const [begin] = coverOf(base)
  const dates = Array.from({ length: 42 }, (_, n) =>
    new Date(begin + base.utcOffsetMinutes * minute + n * 86_400_000).toISOString().slice(0, 10),
  )
  return fc
    .record({
      own: fc.option(calendars, { nil: undefined }),
      closed: fc.uniqueArray(fc.constantFrom(...dates), { maxLength: 5 }),
      worked: fc.subarray(base.closures.map(({ date }) => date)),
    })
    .map(({ own, closed, worked }): { base: Calendar; layer: CalendarLayer } => ({
      base,
      layer: {
        code: 'layer',
        version: 1,
        name: text,
        extends: base.code,
        ...(own ? { workingHours: own.workingHours, seasons: own.seasons } : {}),
        closures: closed.map((date) => ({ date, kind: 'local', name: text, source })),
        worksThrough: worked.map((date) => ({ date, source })),
      },
    }))
})

/** The calendar that somebody would write who copied the base and changed it by hand, date by date. */
function copiedByHand(base: Calendar, layer: CalendarLayer): Calendar {
  const through = (layer.worksThrough ?? []).map(({ date }) => date)
  const closures = [...base.closures]
  for (const date of through)
    closures.splice(
      closures.findIndex((closure) => closure.date === date),
      1,
    )
  for (const closure of layer.closures ?? [])
    if (!closures.some(({ date }) => date === closure.date)) closures.push(closure)
  return {
    ...base,
    code: layer.code,
    workingHours: layer.workingHours ?? base.workingHours,
    seasons: layer.seasons ?? base.seasons,
    closures,
    extraWorkingDays: base.extraWorkingDays.filter(({ date }) => !closures.some((closure) => closure.date === date)),
  }
}

describe('a calendar on top of another', () => {
  test('counts as its copy made by hand does, minute by minute, in any zone', () => {
    fc.assert(
      fc.property(
        layered.chain(({ base, layer }) => {
          const [begin, end] = coverOf(base)
          return fc.record({
            base: fc.constant(base),
            layer: fc.constant(layer),
            budget: budgets,
            receivedAt: minutesBetween(begin, end),
            pauses: pausesBetween(begin, end),
          })
        }),
        ({ base, layer, budget, receivedAt, pauses }) => {
          const whole = layOver(base, layer)
          // An extra working day of the base that the layer's hours make an ordinary one is the copyist's to leave out.
          fc.pre(sound(whole))
          const oracle = makeOracle(copiedByHand(base, layer))
          const answer = orBeyond(() => dueAt(compileCalendar(whole), budget, receivedAt, pauses))
          expect(answer).toBe(oracle.reach(budget, receivedAt, pauses, 100))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('inherits the holidays of the regency, keeps its own, and works through what it says', () => {
    const layer: CalendarLayer = {
      code: 'rsud',
      version: 1,
      name: text,
      extends: 'banyuwangi',
      closures: [{ date: '2026-03-27', kind: 'local', name: text, source }],
      worksThrough: [{ date: '2026-03-24', source }],
    }
    const rsud = compileCalendar(layOver(banyuwangiData, layer))
    const budget = { unit: 'working-days' as const, amount: 3 }
    const received = wib('2026-03-17 09:00')
    // Below: 25, 26 and 27 March. On top: 24 is worked through, 27 closed.
    expect(inWib(dueAt(compileCalendar(banyuwangiData), budget, received, []))).toBe('Fri 2026-03-27 16:30')
    expect(inWib(dueAt(rsud, budget, received, []))).toBe('Thu 2026-03-26 16:00')
  })

  test('names what does not fit what it extends', () => {
    const layer: CalendarLayer = {
      code: 'rsud',
      version: 1,
      name: text,
      extends: 'banyuwangi',
      workingHours: banyuwangiData.workingHours,
      worksThrough: [{ date: '2026-03-25', source }],
    }
    expect(checkLayer(banyuwangiData, layer)).toMatchObject([
      { path: ['worksThrough', 0], message: '2026-03-25 is no closure of banyuwangi, which it extends' },
      { path: ['seasons'], message: expect.stringContaining('ramadan-1447, ramadan-1448') },
    ])
  })

  test('says so where an extra working day of its own falls on a day that is closed, which would count for nothing', () => {
    const extra = (date: string) => ({ date, name: text, working: ['08:00-12:00'], source })
    const layer: CalendarLayer = {
      ...{ code: 'rsud', version: 1, name: text, extends: 'banyuwangi' },
      closures: [{ date: '2026-10-03', kind: 'local', name: text, source }],
      // Closed below; a Saturday closed here; a plain Saturday; a holiday that is worked through, on a Saturday.
      extraWorkingDays: ['2026-03-24', '2026-10-03', '2026-10-10', '2026-08-15', '2026-10-10'].map(extra),
      worksThrough: [{ date: '2026-08-15', source }],
    }
    const below: Calendar = {
      ...banyuwangiData,
      closures: [...banyuwangiData.closures, { date: '2026-08-15', kind: 'local', name: text, source }],
    }
    expect(checkLayer(below, layer)).toEqual([
      {
        path: ['extraWorkingDays', 0, 'date'],
        message: '2026-03-24 is a closure of banyuwangi: name it under worksThrough to work then',
      },
      { path: ['extraWorkingDays', 1, 'date'], message: '2026-10-03 is also a closure' },
      { path: ['extraWorkingDays', 4, 'date'], message: '2026-10-10 is added twice' },
    ])
  })
})

describe('pauses', () => {
  const calendar = compileCalendar(banyuwangiData)
  const years = [wib('2026-01-05 00:00'), wib('2027-09-01 00:00')] as const
  const clocks = fc.record({
    budget: budgets,
    receivedAt: minutesBetween(...years),
    pauses: minutesBetween(...years).chain((from) => pausesBetween(from, from + 40 * 86_400_000)),
    cuts: fc.array(minutesBetween(...years), { maxLength: 4 }),
  })

  test('split anywhere, told twice or in another order change nothing', () => {
    fc.assert(
      fc.property(clocks, ({ budget, receivedAt, pauses, cuts }) => {
        const pieces = [...pauses.flatMap((pause) => cutAt(pause, cuts)), ...pauses].reverse()
        expect(dueAt(calendar, budget, receivedAt, pieces)).toBe(dueAt(calendar, budget, receivedAt, pauses))
        const now = receivedAt + 60 * 86_400_000
        expect(spent(calendar, budget, receivedAt, pieces, now)).toBe(spent(calendar, budget, receivedAt, pauses, now))
        for (const days of [1, 5]) {
          expect(capReachedAt(calendar, days, pieces)).toBe(capReachedAt(calendar, days, pauses))
        }
      }),
      { numRuns: 300 },
    )
  })

  test('reach their cap where working time between their ends, added up, comes to it', () => {
    fc.assert(
      fc.property(clocks, fc.integer({ min: 1, max: 10 }), ({ pauses }, days) => {
        const at = capReachedAt(calendar, days, pauses)
        const until = at ?? Number.POSITIVE_INFINITY
        const lasted = apart(pauses).reduce(
          (sum, [from, to]) => sum + workedBetween(calendar, 'working-days', from, Math.min(to, until)),
          0,
        )
        if (at === null) expect(lasted).toBeLessThan(days)
        else expect(lasted).toBeCloseTo(days, 6)
      }),
      { numRuns: 300 },
    )
  })
})

const sound = (calendar: Calendar): boolean => {
  try {
    compileCalendar(calendar)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function orBeyond<Answer>(answer: () => Answer): Answer | undefined {
  try {
    return answer()
  } catch (error) {
    if (error instanceof RangeError && error.message.includes(' covers ')) return undefined
    throw error
  }
}

function cutAt({ from, until }: Pause, cuts: readonly Instant[]): Pause[] {
  const end = until ?? Number.POSITIVE_INFINITY
  const inside = cuts.filter((cut) => cut > from && cut < end).sort((a, b) => a - b)
  const ends = [...inside, until]
  return [from, ...inside].map((start, index) => ({ from: start, until: ends[index] ?? null }))
}

/** The union, marked minute by minute on a list. */
function apart(pauses: readonly Pause[]): [Instant, Instant][] {
  const marked = new Set<number>()
  for (const { from, until } of pauses)
    for (let at = from / minute; at < (until ?? from) / minute; at += 1) marked.add(at)
  const spans: [Instant, Instant][] = []
  for (const at of [...marked].sort((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last && last[1] === at * minute) last[1] += minute
    else spans.push([at * minute, (at + 1) * minute])
  }
  return spans
}
