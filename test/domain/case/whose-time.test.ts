import { describe, expect, test } from 'vitest'
import { correct } from '../../../domain/case/acts/applicant.ts'
import { decide } from '../../../domain/case/acts.ts'
import { followUps } from '../../../domain/case/advance.ts'
import { endCappedPause, nextRung } from '../../../domain/case/clocks.ts'
import type { Proposal, TimelineEvent } from '../../../domain/case/events.ts'
import { instantsOf } from '../../../domain/case/instants.ts'
import { opening } from '../../../domain/case/opening.ts'
import { applyEvent, foresee } from '../../../domain/case/reduce.ts'
import { type CaseState, emptyCase } from '../../../domain/case/state.ts'
import { whoseTime } from '../../../domain/case/whose-time.ts'
import type { Flow } from '../../../domain/service.ts'
import { banyuwangi, wib } from '../working-time/pack-calendars.ts'
import { licence } from './fixture.ts'

const officer = { kind: 'officer', id: 'o' } as const
const citizen = { kind: 'citizen', id: 'c' } as const

/** A case told by its own rules, the instants worked out as `record` does. */
class Told {
  state: CaseState = emptyCase()
  readonly events: TimelineEvent[] = []
  private readonly context: { flow: Flow; number: string }
  constructor(flow: Flow, at: number) {
    this.context = { flow, number: 'N' }
    const filed = { channel: 'portal', place: { village: null, servicePoint: null }, by: citizen, at } as const
    this.keep(opening(this.context, filed))
  }

  keep(proposals: Proposal[]): void {
    for (const proposal of proposals) {
      const { data } = proposal
      const event =
        'clock' in data && typeof data.clock === 'object'
          ? ({ ...proposal, data: { ...data, instants: instantsOf(banyuwangi, data.clock) } } as Proposal)
          : proposal
      const kept = { ...event, seq: this.state.seq + 1, hash: 'h' } as TimelineEvent
      this.state = applyEvent(this.state, kept)
      this.events.push(kept)
    }
  }

  private move(proposals: Proposal[], at: number): void {
    this.keep([...proposals, ...followUps(this.context, foresee(this.state, proposals), at)])
  }

  decide(step: string, decision: 'approve' | 'return', at: number): void {
    const act = { task: `N:${step}`, decision, decisionId: `${step}${at}`, digest: 'd', by: officer, at }
    this.move(decide(this.context, this.state, act), at)
  }

  correct(at: number): void {
    this.move(correct(this.context, this.state, { correctionId: `c${at}`, digest: 'd', by: citizen, at }), at)
  }
}

const calendar = banyuwangi
const rung = (clock: string, percent: number): Proposal => {
  const data = { clock, percent, actions: [], calendarVersion: 1 }
  return { type: 'rung-reached', at: 0, by: officer, data }
}
const capped: Flow = {
  ...licence,
  ...(licence.term ? { term: { ...licence.term, calendar: 'banyuwangi', pauseCaps: { correction: 2 } } } : {}),
}

describe('whose time it was', () => {
  test('each agency, the applicant and the whole, from the timeline alone', () => {
    // Monday 9 November 2026 to Friday 13: no holiday; 7.5 hours a day.
    const told = new Told(licence, wib('2026-11-09 07:30'))
    told.decide('completeness', 'approve', wib('2026-11-10 07:30'))
    told.decide('verification', 'return', wib('2026-11-10 12:00'))
    told.correct(wib('2026-11-12 12:00'))
    const { total, holders, until } = whoseTime(told.events, calendar, wib('2026-11-13 11:30'))
    expect(until).toBeNull()
    const minutes = Object.fromEntries(holders.map(({ kind, code, workingMinutes }) => [code ?? kind, workingMinutes]))
    // Mon 450 + Tue 270 before the return; Thu afternoon 180 + Friday morning 240 after it.
    expect(minutes).toEqual({ dpmptsp: 450 + 270 + 180 + 240, applicant: 180 + 450 + 270 })
    expect(total.workingMinutes).toBe(450 * 4 + 240)
    expect(holders.find(({ kind }) => kind === 'agency')?.spans).toHaveLength(2)
  })
})

describe('a pause under a cap', () => {
  test('ends by itself once it has lasted so many working days, however late anybody looks', () => {
    const told = new Told(capped, wib('2026-11-09 07:30'))
    told.decide('completeness', 'approve', wib('2026-11-09 08:00'))
    told.decide('verification', 'return', wib('2026-11-10 12:00'))
    const capAt = wib('2026-11-12 12:00')
    expect(nextRung(told.state)).toMatchObject({ clock: 'term', percent: 0, at: capAt })
    const term = told.state.clocks.term
    if (!term) throw new Error('no term')
    told.keep(endCappedPause(term, wib('2026-11-13 10:00')))
    const resumed = told.state.clocks.term
    expect(resumed?.pauses).toMatchObject([{ reason: 'correction', cap: 2, until: capAt, ended: 'cap' }])
    // Due on Monday 16 without the pause, two working days later with it.
    expect(resumed?.instants?.dueAt).toBe(wib('2026-11-18 16:00'))
    expect(told.state.status).toBe('returned')
  })

  test('is spent over all pauses together, and silence approves nothing that lies with the applicant', () => {
    const told = new Told(capped, wib('2026-11-09 07:30'))
    told.decide('completeness', 'approve', wib('2026-11-09 08:00'))
    told.decide('verification', 'return', wib('2026-11-10 12:00'))
    told.correct(wib('2026-11-11 12:00'))
    told.decide('verification', 'return', wib('2026-11-12 12:00'))
    expect(nextRung(told.state)).toMatchObject({
      percent: 0,
      at: wib('2026-11-13 13:30'),
    })
    const term = told.state.clocks.term
    if (!term) throw new Error('no term')
    told.keep(endCappedPause(term, wib('2026-11-14 10:00')))
    for (const percent of [50, 80]) told.keep([rung('term', percent)])
    expect(nextRung(told.state)).toBeNull()
    told.correct(wib('2026-11-27 10:00'))
    for (const percent of [50, 80, 100]) told.keep([rung('N:verification', percent)])
    expect(nextRung(told.state)).toMatchObject({ clock: 'term', percent: 100, at: wib('2026-11-18 16:00') })
  })
})
