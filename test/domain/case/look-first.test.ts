import { describe, expect, it } from 'vitest'
import { attemptToLookAt, oddities } from '../../../domain/case/look-first.ts'
import { type CaseState, emptyCase, type TaskState } from '../../../domain/case/state.ts'

const task = (id: string, changes: Partial<TaskState> = {}): TaskState => ({
  id,
  track: 'main',
  step: 'tanda-tangan',
  desk: { role: 'signer', agency: 'dpmptsp' },
  decisions: ['sign'],
  status: 'open',
  assignee: null,
  openedAt: 0,
  endedAt: null,
  decided: [],
  escalatedTo: [],
  ...changes,
})

const withTasks = (...tasks: TaskState[]): CaseState => ({
  ...emptyCase(),
  tasks: Object.fromEntries(tasks.map((each) => [each.id, each])),
})

const decided = (decision: 'approve' | 'object') => [{ decision, decisionId: 'd', by: 'x', at: 1 }]

describe('what a signer looks at first', () => {
  it('is nothing in a case that went its usual way', () => {
    const state = withTasks(task('a', { decided: decided('approve'), status: 'decided' }), task('b'))
    expect(oddities(state, 'b')).toEqual([])
  })

  it('is an objection, a refusal, a case that was opened again, and a step that was added', () => {
    const state = withTasks(task('a', { decided: decided('object') }), task('b', { track: 'rejection' }))
    expect(oddities(state, 'b')).toEqual(['refusal', 'objection'])
    expect(oddities(state, 'a')).toEqual(['objection'])
    expect(oddities({ ...withTasks(task('b')), round: 1 }, 'b')).toEqual(['reopened'])
    const step = { after: 'x', track: 'main', step: {} } as unknown as NonNullable<CaseState['added']>[number]
    expect(oddities({ ...withTasks(task('b')), added: [step] }, 'b')).toEqual(['added-step'])
  })

  it('is a signature that is being made', () => {
    expect(oddities({ ...withTasks(task('b')), latch: { kind: 'signing', ref: 'd' } }, 'b')).toEqual(['under-way'])
  })
})

describe('the last attempt to sign', () => {
  it('counts where it says something of the document', () => {
    expect(attemptToLookAt({ reason: 'failed', code: 'unknown-outcome' })).toBe('attempt-unknown')
    expect(attemptToLookAt({ reason: 'orphaned', code: null })).toBe('attempt-unknown')
    expect(attemptToLookAt({ reason: 'failed', code: null })).toBe('attempt-failed')
  })

  it('does not where it says something of the signer or the service', () => {
    for (const code of ['wrong-secret', 'unregistered', 'expired', 'revoked', 'unavailable']) {
      expect(attemptToLookAt({ reason: 'failed', code }), code).toBeNull()
    }
    expect(attemptToLookAt(undefined)).toBeNull()
  })
})
