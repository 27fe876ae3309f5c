import { describe, expect, test } from 'vitest'
import { Refusal } from '../../../domain/case/actions.ts'
import * as acts from '../../../domain/case/acts.ts'
import { followUps } from '../../../domain/case/advance.ts'
import { nextRung } from '../../../domain/case/clocks.ts'
import { type Actor, type Proposal, system } from '../../../domain/case/events.ts'
import { applyEvent, foresee } from '../../../domain/case/reduce.ts'
import { type CaseState, emptyCase } from '../../../domain/case/state.ts'
import { stepsUnderWay } from '../../../domain/case/steps.ts'
import { licence } from './fixture.ts'

const context = { flow: licence, number: 'X-1' }
const citizen: Actor = { kind: 'citizen', id: 'siti' }
const officer = (id: string): Actor => ({ kind: 'officer', id })

/** A case played without a workflow: what is proposed is kept, with what follows. */
class Play {
  state: CaseState = emptyCase()
  types: string[] = []
  at = 1_000

  say(propose: (state: CaseState, at: number) => Proposal[]): this {
    this.at += 1_000
    const proposed = propose(this.state, this.at)
    const all = [...proposed, ...followUps(context, foresee(this.state, proposed), this.at)]
    for (const event of all) {
      const enriched = withInstants(event)
      this.state = applyEvent(this.state, { ...enriched, seq: this.state.seq + 1, hash: `h${this.state.seq + 1}` })
    }
    this.types = all.map(({ type }) => type)
    return this
  }

  file(): this {
    return this.say((_, at) =>
      acts.receive(context, { channel: 'portal', place: { village: null, servicePoint: null }, by: citizen, at }),
    )
  }

  decide(task: string, decision: acts.DecisionAct['decision'], by: string, decisionId = `${by}-${this.at}`): this {
    return this.say((state, at) =>
      acts.decide(context, state, { task: `X-1:${task}`, decision, decisionId, digest: 'd', by: officer(by), at }),
    )
  }
}

/** Rungs a thousand ms apart from the start: the arithmetic has its own tests. */
function withInstants(event: Proposal): Proposal {
  if (event.type !== 'clock-started' && event.type !== 'clock-resumed') return event
  const { clock } = event.data
  const rungs = clock.rule.rungs.map(({ percent }) => ({ percent, at: event.at + percent * 1_000 }))
  return { ...event, data: { clock, instants: { calendarVersion: 1, dueAt: event.at + 100_000, rungs } } } as Proposal
}

const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code })

describe('an ordinary case', () => {
  test('rests at each desk in turn and ends registered', () => {
    const play = new Play().file()
    expect(play.types).toEqual(['received', 'message-queued', 'step-started', 'task-opened', 'clock-started'])
    expect(stepsUnderWay(context.flow, play.state)[0]?.code).toBe('completeness')
    play.decide('completeness', 'approve', 'loket')
    expect(play.state).toMatchObject({ status: 'in-progress', completeAt: play.at })
    expect(play.state.clocks.term).toMatchObject({ startedAt: play.at, stoppedAt: null })
    play.decide('verification', 'approve', 'vera')
    expect(stepsUnderWay(context.flow, play.state)[0]?.code).toBe('signature')
  })

  test('passes over a step whose condition is false, and walks it when it is true', () => {
    const visit = new Play().file()
    visit.state = { ...visit.state, conditions: { 'needs-visit': true } }
    visit.decide('completeness', 'approve', 'loket').decide('verification', 'approve', 'vera')
    expect(stepsUnderWay(context.flow, visit.state)[0]?.code).toBe('recommendation')
  })

  test('signed, registered, told and closed in one go', () => {
    const play = new Play().file().decide('completeness', 'approve', 'loket').decide('verification', 'approve', 'vera')
    const document = 'doc-1'
    play.say((state, at) => {
      const by = officer('kadis')
      const first: Proposal[] = [
        {
          type: 'document-prepared',
          at,
          by: system,
          data: { document, code: 'izin', ordinal: 1, number: '1', digest: 'd' },
        },
        { type: 'document-signed', at, by, data: { document, provider: 'p', serial: 's', by: 'kadis', digest: 'e' } },
      ]
      const act = { task: 'X-1:signature', decision: 'sign', decisionId: 'k1', digest: 'd', by, at } as const
      return [...first, ...acts.decide(context, foresee(state, first), act)]
    })
    expect(play.types.slice(-5)).toEqual([
      'register-entered',
      'step-ended',
      'clock-stopped',
      'message-queued',
      'closed',
    ])
    expect(play.state).toMatchObject({ status: 'approved', outcome: 'approved', closedAt: play.at })
    expect(play.state.register).toEqual([
      { entry: 'X-1:izin', register: 'izin', document, validFrom: play.at, validUntil: null },
    ])
  })
})

describe('a returned case', () => {
  const returned = () =>
    new Play().file().decide('completeness', 'approve', 'loket').decide('verification', 'return', 'vera')

  test('stands still: every clock is paused and no rung is ahead', () => {
    const { state } = returned()
    expect(state.status).toBe('returned')
    expect(nextRung(state)).toBeNull()
    expect(state.clocks.term?.pauses).toEqual([expect.objectContaining({ reason: 'correction', until: null })])
  })

  test('goes on at the same desk under the same task, its clocks resumed and none reset', () => {
    const play = returned()
    const before = play.state.clocks.term?.startedAt
    play.say((state, at) => acts.correct(context, state, { correctionId: 'c1', digest: 'd', by: citizen, at }))
    expect(play.state.status).toBe('in-progress')
    expect(play.state.tasks['X-1:verification']?.status).toBe('open')
    expect(play.state.clocks.term).toMatchObject({ startedAt: before, pauses: [{ until: play.at }] })
    expect(nextRung(play.state)).not.toBeNull()
  })

  test('takes the same correction once', () => {
    const correct = (state: CaseState, at: number) =>
      acts.correct(context, state, { correctionId: 'c1', digest: 'd', by: citizen, at })
    const play = returned().say(correct)
    const { seq } = play.state
    expect(play.say(correct).state.seq).toBe(seq)
  })
})

describe('refusals', () => {
  const atVerification = () => new Play().file().decide('completeness', 'approve', 'loket')

  test('a decided task, an unknown one, a decision that is not offered', () => {
    const play = atVerification()
    expect(() => play.decide('completeness', 'approve', 'loket')).toThrow(refused('task-not-open'))
    expect(() => play.decide('nothing', 'approve', 'loket')).toThrow(refused('task-unknown'))
    expect(() => play.decide('verification', 'sign', 'vera')).toThrow(refused('decision-not-offered'))
  })

  test("a task that is somebody else's", () => {
    const play = atVerification()
    play.say((state, at) => acts.claim(state, { task: 'X-1:verification', officer: 'vera', at }))
    expect(() => play.decide('verification', 'approve', 'budi')).toThrow(refused('task-assigned-to-other'))
  })

  test('anything but its holder while the latch is held', () => {
    const play = atVerification()
    play.say((_, at) => [{ type: 'latch-taken', at, by: system, data: { latch: 'signing', ref: 'r' } }])
    expect(() => play.decide('verification', 'approve', 'vera')).toThrow(refused('case-busy'))
    expect(() =>
      play.say((state, at) => acts.withdraw(context, state, { withdrawalId: 'w', by: citizen, at })),
    ).toThrow(Refusal)
  })

  test('a correction nobody asked for, and any act after the end', () => {
    const play = atVerification()
    const correct = (state: CaseState, at: number) =>
      acts.correct(context, state, { correctionId: 'c', digest: 'd', by: citizen, at })
    expect(() => play.say(correct)).toThrow(refused('not-returned'))
    play.say((state, at) => acts.withdraw(context, state, { withdrawalId: 'w', by: citizen, at }))
    expect(() => play.say(correct)).toThrow(refused('case-closed'))
  })

  test('the same decision again changes nothing', () => {
    const play = atVerification().decide('verification', 'approve', 'vera', 'same')
    const { seq } = play.state
    expect(play.decide('verification', 'approve', 'vera', 'same').state.seq).toBe(seq)
  })
})

describe('rejection', () => {
  test('leads to a signed letter, and the case is open until it is signed', () => {
    const play = new Play().file().decide('completeness', 'approve', 'loket').decide('verification', 'reject', 'vera')
    expect(play.state).toMatchObject({ track: 'rejection', outcome: null, status: 'in-progress' })
    expect(play.state.tasks['X-1:rejection-letter']).toMatchObject({ status: 'open', desk: { role: 'signer' } })
  })
})

describe('deemed approval', () => {
  test('closes what is open, stops every clock and turns the case onto its deemed track, once', () => {
    const play = new Play().file().decide('completeness', 'approve', 'loket')
    const rung = { clock: 'term', percent: 100, at: 0, calendarVersion: 1 }
    play.say((state, at) => acts.reachRung(context, state, rung, at))
    expect(play.state).toMatchObject({ track: 'deemed', basis: 'uu-30-2014', latch: { kind: 'issuing' } })
    expect(play.state.tasks['X-1:verification']?.status).toBe('closed')
    expect(Object.values(play.state.clocks).every((clock) => clock.stoppedAt !== null)).toBe(true)
    const { seq } = play.state
    expect(play.say((state, at) => acts.reachRung(context, state, rung, at)).state.seq).toBe(seq)
  })

  test('waits while a signature is under way', () => {
    const play = new Play().file().decide('completeness', 'approve', 'loket')
    const reach = (percent: number) =>
      play.say((state, at) => acts.reachRung(context, state, { clock: 'term', percent, at: 0, calendarVersion: 1 }, at))
    for (const percent of [50, 80]) reach(percent)
    const deeming = nextRung({ ...play.state, tasks: {}, clocks: { term: play.state.clocks.term ?? never() } })
    expect(deeming?.percent).toBe(100)
    play.say((_, at) => [{ type: 'latch-taken', at, by: system, data: { latch: 'signing', ref: 'r' } }])
    expect(nextRung({ ...play.state, tasks: {}, clocks: { term: play.state.clocks.term ?? never() } })).toBeNull()
  })
})

function never(): never {
  throw new Error('the term never started')
}
