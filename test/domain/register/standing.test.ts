import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as acts from '../../../domain/register/acts.ts'
import { nextDue, reportDueAt } from '../../../domain/register/agenda.ts'
import type { EntryProposal } from '../../../domain/register/events.ts'
import { standingAt } from '../../../domain/register/standing.ts'
import { applyEntryEvent, awaitedEntry, type EntryState } from '../../../domain/register/state.ts'
import { upkeepOf } from '../../../domain/register/upkeep.ts'

const day = 86_400_000
const from = Date.UTC(2026, 10, 28, 2)
const officer = { kind: 'officer', id: 'kabid' } as const
const rule = { reminders: [90, 30, 7], report: { firstAfterMonths: 12, everyMonths: 12 } }

function kept(state: EntryState, events: EntryProposal[]): EntryState {
  return events.reduce((now, event) => applyEntryEvent(now, { ...event, seq: now.seq + 1, hash: `h${now.seq}` }), state)
}

function licence(validUntil: number | null): EntryState {
  const entered = { register: 'izin', document: 'd1', validFrom: from, validUntil, renews: null }
  const upkeep = upkeepOf(rule, { validFrom: from, validUntil }, 420)
  return kept(awaitedEntry('d1', from, validUntil), [acts.enter({ ...entered, upkeep })])
}

/** What an officer may order some days after the entry; refused orders change nothing. */
const orders = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 900 }),
    what: fc.constantFrom('suspend', 'suspend-until', 'reinstate', 'revoke', 'renew'),
    days: fc.integer({ min: 1, max: 200 }),
  }),
  { maxLength: 12 },
)
const life = fc.record({ orders, ends: fc.option(fc.integer({ min: 100, max: 800 })) })

type Orders = { orders: { at: number; what: string; days: number }[]; ends: number | null }

/** Lives through the orders. Awake, time's own events come at their instants; asleep, nothing but orders is ever written. */
function live({ orders, ends }: Orders, awake = true): EntryState {
  let state = licence(ends === null ? null : from + ends * day - 1)
  const wakeUntil = (at: number) => {
    if (!awake) return
    for (let due = nextDue(state, at); due && due.at <= at; due = nextDue(state, at)) {
      state = kept(state, acts.reach(state, due, due.at))
    }
  }
  for (const [index, { at: after, what, days }] of [...orders].sort((a, b) => a.at - b.at).entries()) {
    const at = from + after * day
    wakeUntil(at)
    const said = { actId: `a${index}`, digest: 'd', by: officer, at }
    const until = what === 'suspend-until' ? at + days * day : null
    try {
      if (what === 'reinstate') state = kept(state, acts.reinstate(state, said))
      else if (what === 'renew') state = kept(state, acts.renew(state, { renewal: `r${index}`, at }))
      else if (what === 'revoke') state = revoked(state, said)
      else state = kept(state, acts.suspend(state, { ...said, until }))
    } catch (error) {
      if (!(error instanceof Error && error.name === 'Refusal')) throw error
    }
  }
  wakeUntil(from + 2000 * day)
  return state
}

function revoked(
  state: EntryState,
  said: { actId: string; digest: string; by: typeof officer; at: number },
): EntryState {
  if (!['valid', 'suspended'].includes(standingAt(state, said.at).standing)) return state
  const { at, by, ...data } = said
  const letter = { document: 'l', provider: 'p', serial: 's', digest: 'd' }
  return kept(state, [{ type: 'revoked', at, by, data: { ...data, letter } }])
}

describe('standing', () => {
  test('read at any moment it is the same, whether or not the workflow was awake to write down what time brought', () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 0, max: 1500 }), (lived, when) => {
        const at = from + when * day + 1
        expect(standingAt(live(lived, false), at)).toEqual(standingAt(live(lived), at))
      }),
    )
  })

  test('once revoked or superseded it never stands again, and what is graver wins', () => {
    fc.assert(
      fc.property(life, fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 1500 }), (lived, a, b) => {
        const state = live(lived)
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map(
          (when) => standingAt(state, from + when * day).standing,
        )
        const rank = { valid: 0, suspended: 0, expired: 1, superseded: 2, revoked: 3 }
        expect(rank[late as keyof typeof rank]).toBeGreaterThanOrEqual(rank[early as keyof typeof rank])
      }),
    )
  })

  test('expires in the millisecond after its last one', () => {
    const state = licence(from + 100)
    expect(standingAt(state, from + 100).standing).toBe('valid')
    expect(standingAt(state, from + 101)).toEqual({ standing: 'expired', since: from + 100, until: null })
  })
})

describe('next wake-up', () => {
  test('lies never behind one that is done, ends with the licence, and each reminder comes once', () => {
    fc.assert(
      fc.property(life, (lived) => {
        const state = live(lived)
        expect(new Set(state.reminded).size).toBe(state.reminded.length)
        expect(state.reminded).toEqual([...state.reminded].sort((a, b) => b - a))
        expect(state.reportsDue.map(({ period }) => period)).toEqual(state.reportsDue.map((_, index) => index + 1))
        if (lived.ends !== null) expect(nextDue(state, from + 2000 * day)).toBeNull()
      }),
    )
  })

  test('slept through, several reminders become the last of them', () => {
    const end = from + 400 * day
    const state = licence(end - 1)
    const reportless = { ...state, upkeep: { ...state.upkeep, reports: null } }
    expect(nextDue(reportless, from)).toEqual({ kind: 'reminder', days: 90, at: end - 90 * day })
    expect(nextDue(reportless, end - 5 * day)).toEqual({ kind: 'reminder', days: 7, at: end - 7 * day })
    const told = kept(reportless, acts.reach(reportless, { kind: 'reminder', days: 7, at: 0 }, end - 5 * day))
    expect(nextDue(told, end - 5 * day)).toEqual({ kind: 'expiry', at: end })
  })

  test('reports fall due on the same day of the month, or its last, for ever', () => {
    const firstAt = Date.UTC(2027, 0, 31, 2)
    const monthly = { firstAt, everyMonths: 1, utcOffsetMinutes: 420 }
    const days = [1, 2, 3, 4, 13].map((period) => new Date(reportDueAt(monthly, period)).toISOString().slice(0, 10))
    expect(days).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2028-01-31'])
  })
})
