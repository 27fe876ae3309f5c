import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readPack } from '../../catalogue/pack/read-pack.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { EventBody, TimelineEvent } from '../../domain/case/events.ts'
import { type BillState, type CaseState, emptyCase } from '../../domain/case/state.ts'
import { projectRoot } from '../../infra/env.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { compareCase } from '../../rehearsal/history/compare.ts'
import { livedActs } from '../../rehearsal/history/lived-acts.ts'

let pbg: ServiceDefinition

beforeAll(async () => {
  const { services } = await readPack(join(projectRoot, 'packs/banyuwangi'))
  pbg = services.find(({ code }) => code === 'pbg') as ServiceDefinition
})

/** A closed case of these lines, so much of it as is looked at. */
function closed(bodies: EventBody[], state: Partial<CaseState> = {}) {
  const by = { kind: 'system', id: 'lontar' } as const
  const lines = bodies.map((body, index) => ({ ...body, seq: index + 1, at: index, by, hash: '' }) as TimelineEvent)
  const application = { number: 'BWI-1', answers: { luasBangunan: 60 }, state: { ...emptyCase(), ...state } }
  return { application: application as unknown as ApplicationRecord, lines, acts: new Map() }
}

const rung = (clock: string, kind: 'lapse' | 'remind-applicant'): EventBody => ({
  type: 'rung-reached',
  data: { clock, percent: 100, actions: [{ kind }], calendarVersion: 1 },
})
const answered = (outcome: 'done' | 'refused'): EventBody => ({
  type: 'call-answered',
  data: { call: 'BWI-1:terbit-pbg', outcome, answer: 'a', digest: '' },
})

describe('what people did', () => {
  test.each([
    ['ditolak oleh sistem luar', answered('refused')],
    ['ditutup karena tidak dibayar', rung('BWI-1:retribusi', 'lapse')],
    ['digabungkan dengan permohonan lain', { type: 'merged', data: { mergeId: 'm', digest: '', into: 'b' } }],
    ['ada kunjungan lapangan', { type: 'visit-arrived', data: { task: 't', arrivalId: 'a', digest: '' } }],
  ] satisfies [string, EventBody][])(
    'is not all that made a case end where it was %s, and it says so',
    (untold, body) => {
      expect(livedActs(closed([body]))).toEqual({ untold })
    },
  )

  test('is all, where systems answered, the applicant was reminded, or let their own clock run out', () => {
    const lines = [answered('done'), rung('BWI-1:retribusi', 'remind-applicant'), rung('correction-1', 'lapse')]
    expect(livedActs(closed(lines))).toEqual({ acts: [] })
  })
})

describe('what a case costs', () => {
  const bill = (status: BillState['status']): Record<string, BillState> => ({
    b: { id: 'b', step: 'retribusi', amount: 900_000, status, openedAt: 0 },
  })
  const came = { ...emptyCase(), steps: { 'main/retribusi': { startedAt: 1, endedAt: 1, outcome: 'done' } } }
  const fees = (lived: Partial<CaseState>, state: CaseState) => {
    const { was, now } = compareCase(closed([], lived), { state, assumed: [], dropped: [] }, pbg)
    return { was: was.fees, now: now?.fees }
  }

  test('is what was paid, and what the new version asks of one that comes to the step', () => {
    expect(fees({ bills: bill('paid') }, came)).toEqual({ was: 900_000, now: 350_000 })
    expect(fees({ bills: bill('paid') }, emptyCase())).toEqual({ was: 900_000, now: 0 })
  })

  test('is nothing where it was asked and never paid', () => {
    expect(fees({ bills: bill('cancelled') }, came)).toEqual({ was: 0, now: 0 })
  })
})
