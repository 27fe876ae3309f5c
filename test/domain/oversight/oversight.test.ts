import { describe, expect, it } from 'vitest'
import { Columns } from '../../../api/oversight/book/columns.ts'
import { countBy, listTasks } from '../../../api/oversight/book/count.ts'
import { csvLine } from '../../../api/oversight/export/csv.ts'
import { emptyCase } from '../../../domain/case/state.ts'
import { plainDay } from '../../../domain/indonesian-time.ts'
import { ageBarOf, bucketOf, lastBuckets } from '../../../domain/oversight/buckets.ts'
import { lineSince, overtakenBy } from '../../../domain/oversight/line.ts'
import { sharesOf } from '../../../domain/oversight/shares.ts'
import { standingOf, timeLeftBars, timeLeftIndex } from '../../../domain/oversight/standing.ts'
import type { OpenTask } from '../../../models/oversight/open-tasks.ts'

const hour = 3_600_000
const never = Number.POSITIVE_INFINITY

describe('a clock', () => {
  it('is on time, nearly due, overdue or paused, to the millisecond', () => {
    const at = (now: number) => standingOf(80, 100, now)
    expect([at(79), at(80), at(99), at(100)]).toEqual(['on-time', 'warned', 'warned', 'breached'])
    expect(standingOf(never, never, 1_000)).toBe('paused')
  })

  it('has its time left in one bar', () => {
    const bar = (left: number) => timeLeftBars[timeLeftIndex(left)]
    expect([bar(-100 * hour), bar(-25 * hour), bar(-1), bar(0), bar(1), bar(5 * hour), bar(400 * hour)]).toEqual([
      'late-3-days',
      'late-1-day',
      'late',
      'late',
      '4-hours',
      '1-day',
      'more',
    ])
  })
})

describe('the line before a desk', () => {
  it('begins again where somebody comes back from mending their papers', () => {
    const task = { openedAt: 10, pauses: [{ from: 20, until: 50 }] }
    expect([5, 15, 30, 60].map((at) => lineSince(task, at))).toEqual([null, 10, null, 50])
  })

  it('is kept by whoever takes the oldest; the others went before those that stood there', () => {
    const waiting = (openedAt: number, more: object = {}) => ({
      openedAt,
      pauses: [],
      endedAt: null,
      assignee: null,
      ...more,
    })
    const decision = { at: 100, since: 50, officer: 'budi' }
    expect(overtakenBy(decision, [waiting(60), waiting(50)])).toEqual({ all: 0, free: 0 })
    expect(
      overtakenBy(decision, [waiting(10), waiting(20, { assignee: 'siti' }), waiting(30, { assignee: 'budi' })]),
    ).toEqual({
      all: 3,
      free: 2,
    })
    expect(
      overtakenBy(decision, [waiting(10, { endedAt: 100 }), waiting(10, { pauses: [{ from: 90, until: null }] })]),
    ).toEqual({
      all: 0,
      free: 0,
    })
  })
})

describe('whose time a case took', () => {
  it('is the applicant’s while they mend or pay, the outside system’s while it is asked, else the office’s', () => {
    const clock = (id: string, pauses: object[]) => ({
      [id]: { id, pauses, rule: {}, startedAt: 0, instants: null, reached: [], stoppedAt: null },
    })
    const state = {
      ...emptyCase(),
      clocks: {
        ...clock('a', [{ from: 10, until: 30, reason: 'correction' }]),
        ...clock('b', [{ from: 20, until: 40, reason: 'correction' }]),
      },
      steps: {
        'main/oss': { startedAt: 35, endedAt: 60, outcome: null },
        'main/bayar': { startedAt: 70, endedAt: null, outcome: null },
      },
      calls: { c: { id: 'c', step: 'oss', system: 'oss', agency: 'x', since: 35, status: 'done' as const } },
      bills: { b: { id: 'b', step: 'bayar', amount: 1, status: 'open' as const, openedAt: 70 } },
    }
    expect(sharesOf(state as never, 0, 100)).toEqual({ applicant: 60, outside: 20, office: 20 })
  })
})

describe('days, weeks and months', () => {
  it('are the regency’s own', () => {
    expect(plainDay(Date.parse('2026-11-27T17:30:00Z'), 420)).toBe('2026-11-28')
    expect([bucketOf('2026-11-28', 'week'), bucketOf('2026-11-30', 'week'), bucketOf('2026-11-28', 'month')]).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-11-01',
    ])
    expect(lastBuckets('2026-01-31', 'month', 3)).toEqual(['2025-11-01', '2025-12-01', '2026-01-01'])
    expect(['2026-11-28', '2026-11-24', '2026-08-28'].map((day) => ageBarOf(day, '2026-11-28'))).toEqual([
      '0-3',
      '4-7',
      'older',
    ])
  })
})

describe('open tasks as columns', () => {
  const task = (name: string, more: Partial<OpenTask> = {}): OpenTask => ({
    task: name,
    agency: 'a',
    village: null,
    service: 's',
    step: 'x',
    assignee: null,
    status: 'open',
    openedAt: new Date(0),
    warnAt: new Date(50),
    dueAt: new Date(100),
    shift: 0,
    ...more,
  })
  const look = { sees: () => true, slice: {}, now: 60 }

  it('keep each where it now is, also after many came and went', () => {
    const columns = new Columns()
    for (let each = 0; each < 3_000; each += 1) columns.set(task(`t${each}`, { service: each % 2 ? 's' : 'r' }))
    for (let each = 0; each < 3_000; each += 3) columns.set(task(`t${each}`, { status: 'decided' }))
    columns.set(task('t1', { dueAt: new Date(10), agency: 'b' }))
    columns.drop('unknown')
    const cells = countBy(columns, look, 'office').map(({ office, counts }) => [office, counts.warned, counts.breached])
    expect(cells.sort()).toEqual([
      ['a', 1_999, 0],
      ['b', 0, 1],
    ])
    expect(
      countBy(columns, { ...look, slice: { service: 'r' } }, 'service').map(({ counts }) => counts.warned),
    ).toEqual([1_000])
  })

  it('are listed least time left first, and a demo’s case in its own present', () => {
    const columns = new Columns()
    for (let each = 0; each < 500; each += 1) columns.set(task(`t${each}`, { dueAt: new Date(1_000 - each) }))
    columns.set(task('moved', { dueAt: new Date(5_000), shift: 4_990 }))
    columns.set(task('paused', { status: 'returned' }))
    expect(listTasks(columns, look, { skip: 0, limit: 3 }).names).toEqual(['moved', 't499', 't498'])
    expect(listTasks(columns, look, { skip: 501, limit: 3 })).toEqual({ names: ['paused'], total: 502 })
    expect(listTasks(columns, { ...look, standing: 'breached' }, { skip: 0, limit: 3 })).toEqual({
      names: ['moved'],
      total: 1,
    })
  })
})

describe('a line of a file', () => {
  it('runs nothing when a spreadsheet opens it, and keeps commas and quotes', () => {
    expect(csvLine(['=1+1', '+62', '-x', '@y', '\t=z', ' =w', 'a,"b"', -3, null])).toBe(
      `'=1+1,'+62,'-x,'@y,'\t=z,' =w,"a,""b""",-3,\r\n`,
    )
  })
})
