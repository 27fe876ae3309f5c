import { describe, expect, test } from 'vitest'
import { type Proposal, system } from '../../../domain/case/events.ts'
import {
  clockEffectOf,
  clockSaidBy,
  isOssStatus,
  ossStatuses,
  ossStatusOf,
} from '../../../domain/outside/oss-status.ts'

const at = 1_000
const before = { completeAt: null }
const after = { completeAt: 500 }
const event = (body: Pick<Proposal, 'type' | 'data'>) => ({ at, by: system, ...body }) as Proposal
const decided = (decision: 'return' | 'approve' | 'reject') =>
  event({ type: 'task-decided', data: { task: 't', decision, decisionId: 'd', digest: 'x' } })
const corrected = event({ type: 'corrected', data: { task: 't', correctionId: 'c', digest: 'x' } })
const closed = (outcome: 'approved' | 'rejected' | 'deemed-approved' | 'withdrawn' | 'lapsed' | 'merged') =>
  event({ type: 'closed', data: { outcome } })

describe('what OSS is told', () => {
  test.each([
    ['the receipt is complete', event({ type: 'declared-complete', data: { task: 't' } }), after, '10'],
    ['returned before complete receipt: no clock runs yet', decided('return'), before, '11'],
    ['returned after it: the clock stops', decided('return'), after, '41'],
    ['corrected: the clock goes on', corrected, after, '42'],
    ['corrected before complete receipt: nothing had stopped', corrected, before, null],
    ['approving one desk is the office’s own affair', decided('approve'), after, null],
    ['so is a rejection until its letter is out', decided('reject'), after, null],
    ['approved', closed('approved'), after, '50'],
    ['deemed approved', closed('deemed-approved'), after, '57'],
    ['rejected', closed('rejected'), after, '90'],
    ['withdrawn', closed('withdrawn'), after, null],
    ['lapsed', closed('lapsed'), after, null],
    ['merged', closed('merged'), after, null],
  ])('%s', (_what, proposal, state, code) => {
    expect(ossStatusOf(proposal, state)).toBe(code)
  })

  test('completeness declared later does not make an earlier return a stopped clock', () => {
    expect(ossStatusOf(decided('return'), { completeAt: at + 1 })).toBe('11')
  })
})

describe('what is heard from OSS', () => {
  test('every documented code is known, and no other', () => {
    const documented = ['10', '11', '20', '40', '41', '42', '43', '44', '45', '50', '57', '60', '70', '90']
    expect(Object.keys(ossStatuses)).toEqual(documented)
    expect(isOssStatus('99')).toBe(false)
    expect(isOssStatus('toString')).toBe(false)
    expect(clockEffectOf('99')).toBeNull()
  })

  test('a reset is only ever a pause: no clock of ours can be set back', () => {
    const effects = Object.fromEntries(['41', '42', '43', '44', '50'].map((code) => [code, clockEffectOf(code)]))
    expect(effects).toEqual({ '41': 'pause', '42': 'resume', '43': 'pause', '44': 'resume', '50': 'none' })
    const asked = ['41', '42', '43', '44'].map((code) => clockSaidBy(code)?.resets)
    expect(asked).toEqual([false, false, true, true])
    expect([clockSaidBy('50'), clockSaidBy('99'), clockSaidBy('toString')]).toEqual([null, null, null])
  })
})
