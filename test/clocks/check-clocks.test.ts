import { describe, expect, test } from 'vitest'
import type { ClockLedger, Pause } from '../../domain/case/events.ts'
import { instantsOf } from '../../domain/case/instants.ts'
import { compileCalendar } from '../../domain/working-time/index.ts'
import type { TimelineRecord } from '../../models/case/timeline-entry.ts'
import { makeOracle } from '../domain/working-time/oracle.ts'
import { scene } from '../flow/calendar.ts'
import { checkClocks } from './check-clocks.ts'

/** A timeline whose clock is right, and what the checker says of it when one thing about it is not. */
const { calendar, at } = scene()
const compiled = compileCalendar(calendar)
const oracle = makeOracle(calendar)
const calendars = () => ({ oracle, compiled })

const rung = (percent: number) => ({ percent, actions: [{ kind: 'remind' as const }] })
const rule = {
  budget: { unit: 'working-days' as const, amount: 5 },
  calendar: calendar.code,
  rungs: [50, 80, 100].map(rung),
}
const by = { kind: 'system' as const, id: 'lontar' }
const startedAt = at(0, '09:00')
const away: Pause = { from: at(3, '10:00'), until: null, reason: 'correction', basis: 'pasal', by }
const back: Pause = { ...away, until: at(4, '10:00') }

const ledger = (pauses: Pause[]): ClockLedger => ({ id: 'term', rule, startedAt, pauses })
const told = (type: string, pauses: Pause[]) => ({
  type,
  data: { clock: ledger(pauses), instants: instantsOf(compiled, ledger(pauses)) },
})
const instants = instantsOf(compiled, ledger([back]))
const instantOf = (percent: number) => instants.rungs.find((each) => each.percent === percent)?.at ?? Number.NaN
const reached = (percent: number) => ({ type: 'rung-reached', data: { clock: 'term', percent, calendarVersion: 1 } })

type Line = { type: string; at: number; data: object }
const story: Line[] = [
  { at: startedAt, ...told('clock-started', []) },
  { at: away.from, ...told('clock-paused', [away]) },
  { at: at(4, '10:00'), ...told('clock-resumed', [back]) },
  { at: instantOf(50), ...reached(50) },
  { at: instantOf(80), ...reached(80) },
  { at: instantOf(100) - 60_000, type: 'clock-stopped', data: { clock: 'term' } },
]
const check = (lines: Line[], now: number | null = null) =>
  checkClocks(
    lines.map((line, index) => ({ ...line, seq: index + 1 }) as unknown as TimelineRecord),
    calendars,
    now,
  )
const changed = (index: number, line: Line | null) =>
  story.flatMap((each, at) => (at === index ? (line ?? []) : [each]))
const withClock = (index: number, clock: Partial<ClockLedger>) => {
  const line = story[index] as Line & { data: { clock: ClockLedger } }
  return changed(index, { ...line, data: { ...line.data, clock: { ...line.data.clock, ...clock } } })
}

test('a clock that is kept as it should be is not complained of', () => {
  expect(check(story)).toEqual([])
  expect(check(story.slice(0, 3), at(4, '11:00'))).toEqual([])
})

describe('a clock that was paused for two seconds within one minute, so that it ends two seconds after an opening', () => {
  const short = { ...away, from: at(5, '10:00') + 500 }
  const over: Pause = { ...short, until: at(5, '10:00') + 2_500 }
  const ended = (dueAt: number | null) => ({
    at: at(5, '10:00') + 2_500,
    type: 'clock-resumed',
    data: { clock: ledger([over]), instants: { ...instantsOf(compiled, ledger([over])), dueAt } },
  })
  const { dueAt } = instantsOf(compiled, ledger([over]))
  const paused = { at: short.from, ...told('clock-paused', [short]) }

  test('is not complained of', () => {
    expect(check([story[0] as Line, paused, ended(dueAt)])).toEqual([])
  })
  test.each([-2_000, 5 * 60_000, 86_400_000])('is complained of where it ends %d ms elsewhere', (ms) => {
    expect(check([story[0] as Line, paused, ended((dueAt ?? 0) + ms)])).toContainEqual(
      expect.stringMatching(/puts 100 % at/),
    )
  })
})

describe('it says what is wrong with a clock', () => {
  test.each<[string, RegExp, Line[]]>([
    ['that begins with a past', /starts term at another time/, withClock(0, { startedAt: startedAt - 60_000 })],
    ['that begins again', /starts term anew/, [...story.slice(0, 2), story[0] as Line, ...story.slice(2)]],
    ['that is reset', /resets term/, withClock(2, { startedAt: startedAt + 60_000 })],
    ['whose rule is changed', /resets term/, withClock(2, { rule: { ...rule, rungs: [] } })],
    ['that never started', /moves term, which never started/, story.slice(1)],
    ['whose pause is lost', /rewrites the pauses of term/, withClock(2, { pauses: [] })],
    [
      'whose pause is longer than it was',
      /rewrites the pauses of term/,
      withClock(2, { pauses: [{ ...back, until: at(4, '11:00') }] }),
    ],
    [
      'that is paused in the past',
      /pauses term in the past/,
      withClock(1, { pauses: [{ ...away, from: away.from - 60_000 }] }),
    ],
    [
      'that is paused and goes on',
      /pauses term, which goes on/,
      changed(1, { at: away.from, ...told('clock-paused', []) }),
    ],
    [
      'that is resumed and stands still',
      /resumes term, which stands still/,
      changed(2, { at: at(4, '10:00'), ...told('clock-resumed', [away]) }),
    ],
    [
      'that moves after it has stopped',
      /moves term, which was stopped/,
      [...story, { at: instantOf(100), ...told('clock-reprojected', [back]) }],
    ],
    [
      'that stops twice',
      /stops term a second time/,
      [...story, { at: instantOf(100), type: 'clock-stopped', data: { clock: 'term' } }],
    ],
  ])('%s', (_, words, lines) => {
    expect(check(lines)).toContainEqual(expect.stringMatching(words))
  })

  test('whose end lies elsewhere than the minutes say', () => {
    const moved = { ...instants, dueAt: (instants.dueAt ?? 0) + 60_000 }
    const line = { at: at(4, '10:00'), type: 'clock-resumed', data: { clock: ledger([back]), instants: moved } }
    expect(check(changed(2, line))).toContainEqual(expect.stringMatching(/puts 100 % at/))
  })

  test('that has something ahead while it stands still', () => {
    const line = { at: away.from, type: 'clock-paused', data: { clock: ledger([away]), instants } }
    expect(check(changed(1, line))).toContainEqual(expect.stringMatching(/stands still and has something ahead/))
  })
})

describe('it says of a rung', () => {
  test('that it fires twice', () => {
    expect(check([...story.slice(0, 4), ...story.slice(3)])).toContainEqual(expect.stringMatching(/50 .* fires twice/))
  })
  test('that it fires before its time', () => {
    const early = { at: instantOf(50) - 1, ...reached(50) }
    expect(check(changed(3, early))).toContainEqual(expect.stringMatching(/50 .* fires at \d+, before/))
  })
  test('that it never fires, though the case goes on', () => {
    expect(check(changed(3, null))).toContainEqual(expect.stringMatching(/50 .* has not fired/))
  })
  test('that it never fires, and nothing else ever happens', () => {
    expect(check(story.slice(0, 3), instantOf(50) + 3_600_000)).toContainEqual(
      expect.stringMatching(/50 .* has not fired/),
    )
  })
  test('that it fires after its clock has stopped', () => {
    const stopped = [...story.slice(0, 3), story[5] as Line, story[3] as Line]
    expect(check(stopped)).toContainEqual(expect.stringMatching(/50 .* fires after it has stopped/))
  })
})
