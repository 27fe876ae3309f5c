import { describe, expect, test } from 'vitest'
import { hearStatuses } from '../../../domain/case/acts.ts'
import { isPaused, pauseTerm, resumeClocks } from '../../../domain/case/clocks.ts'
import { type CallStatus, type Proposal, system } from '../../../domain/case/events.ts'
import { foresee } from '../../../domain/case/reduce.ts'
import { type CaseState, emptyCase } from '../../../domain/case/state.ts'
import { clockSaidBy } from '../../../domain/outside/oss-status.ts'
import { dueAt, spent } from '../../../domain/working-time/index.ts'
import { banyuwangi, wib } from '../working-time/pack-calendars.ts'

const call = 'N:nib'
const rule = { budget: { unit: 'working-days' as const, amount: 5 }, calendar: 'banyuwangi', rungs: [] }
const began = wib('2026-11-16 09:00')

/** A case whose term runs since a Monday, and which waits for OSS. */
function waiting(): CaseState {
  const place = { village: null, servicePoint: null }
  const opened = { call, step: 'nib', system: 'oss', operation: 'terbit-nib', agency: 'bkpm' }
  const lines: Proposal[] = [
    { type: 'received', at: began, by: system, data: { service: 's', version: 1, channel: 'portal', place } },
    {
      type: 'clock-started',
      at: began,
      by: system,
      data: { clock: { id: 'term', rule, startedAt: began, pauses: [] } },
    },
    { type: 'step-started', at: began, by: system, data: { track: 'main', step: 'nib' } },
    { type: 'call-opened', at: began, by: system, data: opened },
  ]
  return foresee(emptyCase(), lines)
}

function said(code: string, local: string): CallStatus {
  const clock = clockSaidBy(code)
  if (!clock) throw new RangeError(`${code} says nothing of a clock`)
  return { news: `${code} ${local}`, code, saidAt: wib(local), ...clock }
}

/** As heard at that moment, one after the other. */
function hear(state: CaseState, code: string, local: string, saidAt = local): CaseState {
  return foresee(state, hearStatuses(state, { call, statuses: [said(code, saidAt)], at: wib(local) }))
}
const term = ({ clocks }: CaseState) => {
  if (!clocks.term) throw new RangeError('no term runs')
  return clocks.term
}
const spentAt = (state: CaseState, local: string) =>
  spent(banyuwangi, rule.budget, began, term(state).pauses, wib(local))

describe('OSS stops its clock and lets it run again', () => {
  test('41 and 42 pause the term on their ground and end that pause', () => {
    const stopped = hear(waiting(), '41', '2026-11-18 12:30')
    expect(term(stopped).pauses).toMatchObject([
      { reason: 'outside', basis: 'OSS, status 41', code: '41', until: null },
    ])
    expect(spentAt(stopped, '2026-11-20 16:00')).toBe(spentAt(stopped, '2026-11-18 12:30'))
    const running = hear(stopped, '42', '2026-11-20 16:30')
    expect(isPaused(term(running))).toBe(false)
    expect(term(running).resetsAsked).toBeUndefined()
  })

  test('43 and 44 ask for a reset: it is noted, and no time that was spent is erased', () => {
    // Tuesday is spent, and the morning of Wednesday.
    const before = spentAt(waiting(), '2026-11-18 12:30')
    expect(before).toBeCloseTo(1.6, 9)
    const stopped = hear(waiting(), '43', '2026-11-18 12:30')
    const running = hear(stopped, '44', '2026-11-23 07:30')
    expect(spentAt(running, '2026-11-23 07:30')).toBe(before)
    expect(term(running).resetsAsked).toMatchObject([
      { system: 'oss', code: '43', at: wib('2026-11-18 12:30') },
      { system: 'oss', code: '44', at: wib('2026-11-23 07:30') },
    ])
    // 3.4 days more: Monday 23, Tuesday, Wednesday, and 0.4 of Thursday 26.
    expect(dueAt(banyuwangi, rule.budget, began, term(running).pauses)).toBe(wib('2026-11-26 10:30'))
  })

  test('a second stop changes nothing but is told; each is heard once', () => {
    const twice = hear(hear(waiting(), '41', '2026-11-18 10:00'), '43', '2026-11-18 11:00')
    expect(term(twice).pauses).toHaveLength(1)
    expect(term(twice).resetsAsked).toHaveLength(1)
    expect(hearStatuses(twice, { call, statuses: [said('43', '2026-11-18 11:00')], at: began })).toEqual([])
  })

  test('a stop that its own end overtook on the way stops nothing', () => {
    const late = hear(hear(waiting(), '42', '2026-11-18 11:00'), '41', '2026-11-18 11:05', '2026-11-18 10:00')
    expect(term(late).pauses).toEqual([])
  })

  test('several at once are heard in their order', () => {
    const statuses = [said('41', '2026-11-18 10:00'), said('42', '2026-11-18 10:30')]
    const lines = hearStatuses(waiting(), { call, statuses, at: wib('2026-11-18 11:00') })
    expect(lines.map(({ type }) => type)).toEqual(['call-status', 'clock-paused', 'call-status', 'clock-resumed'])
  })

  test('a term that stands still on the ground of the service stays so until the answer', () => {
    const paused = foresee(waiting(), pauseTerm(waiting(), 'pp-28-2025', began))
    const running = hear(hear(paused, '41', '2026-11-18 10:00'), '42', '2026-11-18 11:00')
    expect(term(running).pauses).toMatchObject([
      { basis: 'pp-28-2025', until: null },
      { code: '41', until: expect.any(Number) },
    ])
    const answered = foresee(running, resumeClocks(running, 'outside', wib('2026-11-19 10:00'), system))
    expect(isPaused(term(answered))).toBe(false)
  })

  test('nothing is heard for a call that is over, or in a case without a running term', () => {
    const state = waiting()
    const over = foresee(state, [
      { type: 'call-answered', at: began, by: system, data: { call, outcome: 'done', answer: 'a', digest: 'd' } },
    ])
    expect(hearStatuses(over, { call, statuses: [said('41', '2026-11-18 10:00')], at: began })).toEqual([])
    const left = foresee(state, [
      { type: 'step-ended', at: began, by: system, data: { track: 'main', step: 'nib', outcome: 'superseded' } },
    ])
    expect(hearStatuses(left, { call, statuses: [said('41', '2026-11-18 10:00')], at: began })).toEqual([])
    const { clocks: _clocks, ...rest } = state
    const lines = hearStatuses({ ...rest, clocks: {} }, { call, statuses: [said('43', '2026-11-18 10:00')], at: began })
    expect(lines.map(({ type }) => type)).toEqual(['call-status'])
    expect(foresee({ ...rest, clocks: {} }, lines).clocks).toEqual({})
  })
})
