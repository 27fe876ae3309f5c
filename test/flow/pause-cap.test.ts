import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { toEvent } from '../../activities/record/timeline.ts'
import type { Flow } from '../../domain/service.ts'
import { fastForward } from '../../infra/time-skipping.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { licence } from '../domain/case/fixture.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority } from '../setup/local-authority.ts'
import { scene } from './calendar.ts'
import { fixtureDeps } from './fixture.ts'

let house: CaseHouse
const { calendar, at } = scene()
let current = calendar
const flow: Flow = { ...licence, ...(licence.term ? { term: { ...licence.term, pauseCaps: { correction: 2 } } } : {}) }

beforeAll(async () => {
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow,
    deps: fixtureDeps({ signing: localAuthority(), calendar: () => current }),
  })
})
afterAll(() => house.close())

test('a pause for correction ends by itself after two working days, by the calendar as it then is, and the term runs on', async () => {
  const filed = await house.file()
  const goTo = (instant: number) =>
    fastForward(house.engine.client, house.workflowId(filed), { until: new Date(instant) })
  const termLines = async () => {
    const lines = await house.inside(() => TimelineEntry.find({ application: filed._id }).sort({ seq: 1 }).lean())
    return lines.map(toEvent).flatMap((line) => (line.type === 'clock-resumed' ? [line.data] : []))
  }
  await house.until(filed, { waiting: { step: 'completeness' } })
  await goTo(at(0, '13:59'))
  await house.decide(filed, `${filed.number}:completeness`, 'loket', { decision: 'approve' })
  await goTo(at(1, '07:30') - 60_000)
  await house.decide(filed, `${filed.number}:verification`, 'vera', {
    decision: 'return',
    deficiencies: [{ target: 'field', name: 'tempat', message: 'Tulis alamat lengkap' }],
  })
  // Days 1 and 5 without the holiday of day 4; then day 5 becomes a day off too.
  const before = await house.read(filed._id)
  expect(before.state.clocks.term?.instants?.cap).toEqual({ at: at(5, '15:00'), reason: 'correction' })
  const date = new Date(at(5, '12:00')).toISOString().slice(0, 10)
  const closure = { date, kind: 'cuti-bersama' as const, name: { id: 'Cuti', en: 'Leave' }, source: 'contoh' }
  current = { ...calendar, version: 2, closures: [...calendar.closures, closure] }
  await goTo(at(5, '15:01'))
  expect(await termLines()).toEqual([])

  await goTo(at(6, '15:01'))
  await expect.poll(termLines).toHaveLength(1)
  const [resumed] = await termLines()
  expect(resumed).toMatchObject({
    cap: { reason: 'correction', calendarVersion: 2 },
    clock: { id: 'term', pauses: [{ cap: 2, until: at(6, '15:00'), ended: 'cap' }] },
  })
  const after = await house.read(filed._id)
  expect(after.status).toBe('returned')
  // Five days: 7, 8, 11, 12 and 13.
  expect(after.dueAt?.getTime()).toBe(at(13, '15:00'))
})
