import { expect, test } from 'vitest'
import { correct, decide } from '../../../domain/case/acts.ts'
import { followUps } from '../../../domain/case/advance.ts'
import type { Proposal } from '../../../domain/case/events.ts'
import { opening } from '../../../domain/case/opening.ts'
import { foresee } from '../../../domain/case/reduce.ts'
import { type CaseState, emptyCase } from '../../../domain/case/state.ts'
import type { ClockRule, Decision, Flow, Seat } from '../../../domain/service.ts'
import { licence } from './fixture.ts'

const clock: ClockRule = { budget: { unit: 'working-days', amount: 3 }, calendar: 'office', rungs: [] }
const seat = (code: string): Seat => ({
  code,
  desk: { role: 'technical', agency: code },
  clock,
  decisions: ['agree', 'object', 'return'],
})
const [, verification] = licence.tracks.main
if (!verification) throw new Error('the licence has lost its steps')

/** Three are asked, two must agree; then somebody verifies. */
const flow: Flow = {
  ...licence,
  tracks: {
    ...licence.tracks,
    main: [
      { kind: 'consult', code: 'panel', panel: ['a', 'b', 'c'].map(seat), quorum: 2, onObjection: 'reject' },
      verification,
    ],
  },
}
const context = { flow, number: 'CTH-1' }
const place = { village: null, servicePoint: null }
const citizen = { kind: 'citizen', id: 'siti' } as const

const asked = () => foresee(emptyCase(), opening(context, { channel: 'portal', place, by: citizen, at: 0 }))

function kept(state: CaseState, proposals: Proposal[]): CaseState {
  const now = foresee(state, proposals)
  return foresee(now, followUps(context, now, 0))
}

function says(state: CaseState, code: string, decision: Decision): CaseState {
  const by = { kind: 'officer', id: code } as const
  const act = { task: `CTH-1:panel.${code}`, decision, decisionId: `${code} ${decision}`, digest: 'd', by, at: 0 }
  return kept(state, decide(context, state, act))
}

test('a quorum ends the panel; who has not answered is not waited for', () => {
  const state = says(says(asked(), 'a', 'agree'), 'b', 'agree')
  expect(state.tasks['CTH-1:panel.c']).toMatchObject({ status: 'closed' })
  expect(state.tasks['CTH-1:verification']).toMatchObject({ status: 'open' })
})

test('a seat that has returned the case is waited for: it sees what the applicant mends, and the case goes on', () => {
  const returned = says(says(says(asked(), 'c', 'return'), 'a', 'agree'), 'b', 'agree')
  expect(returned).toMatchObject({ status: 'returned', tasks: { 'CTH-1:panel.c': { status: 'returned' } } })
  const corrected = kept(returned, correct(context, returned, { correctionId: 'c-1', digest: 'd', by: citizen, at: 0 }))
  expect(corrected.status).not.toBe('returned')
  const after = says(corrected, 'c', 'agree')
  expect(after.tasks['CTH-1:verification']).toMatchObject({ status: 'open' })
})
