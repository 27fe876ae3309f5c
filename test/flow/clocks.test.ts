import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { fastForward } from '../../infra/time-skipping.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { Message } from '../../models/case/message.ts'
import { GivenNumber } from '../../models/case/number.ts'
import { Task } from '../../models/case/task.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { licence } from '../domain/case/fixture.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority } from '../setup/local-authority.ts'
import { scene } from './calendar.ts'
import { fixtureDeps } from './fixture.ts'

let house: CaseHouse
const { calendar, at } = scene()
let current = calendar

beforeAll(async () => {
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow: licence,
    deps: fixtureDeps({ signing: localAuthority(), calendar: () => current }),
  })
})
afterAll(() => house.close())

const goTo = (application: ApplicationRecord, instant: number) =>
  fastForward(house.engine.client, house.workflowId(application), { until: new Date(instant) })

/** Filed now, found complete on the scene's Thursday at this time. */
async function completeAt(time: string): Promise<ApplicationRecord> {
  const filed = await house.file()
  await house.until(filed, { waiting: { step: 'completeness' } })
  await goTo(filed, at(0, time))
  await house.decide(filed, `${filed.number}:completeness`, 'loket', { decision: 'approve' })
  return house.read(filed._id)
}

const linesOf = (application: ApplicationRecord) =>
  house.inside(() => TimelineEntry.find({ application: application._id }).sort({ seq: 1 }).lean())

describe('deemed approval', () => {
  test('comes at the close of the fifth working day: over a weekend, a holiday and into Ramadan, complete at 13.59', async () => {
    const complete = await completeAt('13:59')
    expect(complete.dueAt?.getTime()).toBe(at(8, '15:30'))

    await goTo(complete, at(8, '15:29'))
    expect(await house.read(complete._id)).toMatchObject({ status: 'in-progress', waiting: { step: 'verification' } })

    await goTo(complete, at(8, '15:31'))
    const deemed = await house.until(complete, { status: 'deemed-approved', waiting: { step: 'supervision' } })
    expect(deemed.closedAt).toBeNull()
    const documents = await house.inside(() => IssuedDocument.find({ application: complete._id }).lean())
    expect(documents).toMatchObject([{ code: 'izin', signature: { provider: 'local-ca', by: 'Dinas Contoh' } }])
    expect(documents[0]?.basis?.id).toBe('UU 30/2014, Pasal 53')
    const tasks = await house.inside(() => Task.find({ application: complete._id }).sort({ openedAt: 1 }).lean())
    expect(tasks.map(({ step, status }) => `${step} ${status}`)).toEqual([
      'completeness decided',
      'verification closed',
      'supervision open',
    ])

    await house.decide(complete, `${complete.number}:deemed-supervision`, 'supervisor', { decision: 'acknowledge' })
    expect(await house.until(complete, { closedAt: expect.any(Date) })).toMatchObject({ status: 'deemed-approved' })
    const sent = await house.inside(() =>
      Message.find({ application: complete._id, way: 'email', trigger: 'deemed' }).lean(),
    )
    expect(sent).toHaveLength(1)
  })

  test('received at closing time counts from the next working day', async () => {
    const complete = await completeAt('14:00')
    expect(complete.dueAt?.getTime()).toBe(at(11, '15:00'))
  })
})

describe('rungs', () => {
  test('fire once each, in order, also across a restart of the worker', async () => {
    const complete = await completeAt('10:00')
    await goTo(complete, at(5, '12:00'))
    await house.restartWorker()
    await goTo(complete, at(8, '15:31'))
    await house.until(complete, { status: 'deemed-approved' })
    const term = (await linesOf(complete)).filter(({ type, data }) => type === 'rung-reached' && data.clock === 'term')
    expect(term.map(({ data }) => data.percent)).toEqual([50, 80, 100])
  })
})

describe('a return for correction', () => {
  test('moves the deadline by exactly the working time away', async () => {
    const complete = await completeAt('13:59')
    await goTo(complete, at(1, '09:30'))
    await house.decide(complete, `${complete.number}:verification`, 'vera', {
      decision: 'return',
      deficiencies: [{ target: 'field', name: 'tempat', message: 'Tulis alamat lengkap' }],
    })
    expect(await house.read(complete._id)).toMatchObject({ status: 'returned', dueAt: null })

    await goTo(complete, at(5, '10:15'))
    await house.correct(complete, { tempat: 'Jalan Merdeka 1, Kabat' })
    const after = await house.read(complete._id)
    expect(after).toMatchObject({
      status: 'in-progress',
      answers: { tempat: 'Jalan Merdeka 1, Kabat' },
      waiting: { step: 'verification' },
    })

    const pause = after.state.clocks.term?.pauses[0]
    expect(pause).toMatchObject({ reason: 'correction' })
    const away = workingDays(pause?.from ?? 0, pause?.until ?? 0)
    expect(workingDays(at(1, '07:30'), after.dueAt?.getTime() ?? 0)).toBeCloseTo(5 + away, 6)
  })

  /** Share of working days between two instants of the scene, counted by hand from its hours. */
  function workingDays(from: number, to: number): number {
    const spans = (day: number): [number, number][] => {
      const weekday = (4 + day) % 7
      if (weekday === 0 || weekday === 6 || day === 4) return []
      const hours =
        day >= 5
          ? weekday === 5
            ? ['08:00', '11:30', '12:30', '15:30']
            : ['08:00', '12:00', '12:30', '15:00']
          : weekday === 5
            ? ['07:30', '11:30', '13:00', '16:30']
            : ['07:30', '12:00', '13:00', '16:00']
      const [a = '', b = '', c = '', d = ''] = hours
      return [
        [at(day, a), at(day, b)],
        [at(day, c), at(day, d)],
      ]
    }
    let total = 0
    for (let day = 0; day < 20; day += 1) {
      const all = spans(day)
      const length = all.reduce((sum, [start, end]) => sum + end - start, 0)
      const part = all.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0)
      if (length > 0) total += part / length
    }
    return total
  }
})

describe('a calendar that changes', () => {
  test('moves the rung before it is reached: nothing acts on the old calendar', async () => {
    const complete = await completeAt('13:59')
    const source = 'contoh'
    const late = {
      date: new Date(at(8, '12:00')).toISOString().slice(0, 10),
      kind: 'cuti-bersama' as const,
      name: { id: 'Cuti', en: 'Leave' },
      source,
    }
    current = { ...calendar, version: 2, closures: [...calendar.closures, late] }
    await goTo(complete, at(8, '15:31'))
    const moved = await house.until(complete, { dueAt: new Date(at(11, '15:00')) })
    expect(moved.status).toBe('in-progress')
    await goTo(complete, at(11, '15:01'))
    await house.until(complete, { status: 'deemed-approved' })
    current = calendar
  })
})

test('numbers are gapless and each is issued once', async () => {
  const numbers = await house.inside(() => GivenNumber.find({}).sort({ sequence: 1 }).lean())
  expect(numbers.map(({ sequence }) => sequence)).toEqual(numbers.map((_, index) => index + 1))
  expect(new Set(numbers.map(({ status }) => status))).toEqual(new Set(['issued']))
})
