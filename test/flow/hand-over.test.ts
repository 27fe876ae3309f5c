import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { freeLeftTasks, handOverTasks } from '../../engine/hand-over/sweep.ts'
import { say } from '../../engine/say.ts'
import { AbsenceModel, endAbsence, keepAbsence } from '../../models/authority/absence.ts'
import { endMandate, keepMandate } from '../../models/authority/give-mandate.ts'
import { MandateModel } from '../../models/authority/mandate.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { Message } from '../../models/case/message.ts'
import { Task } from '../../models/case/task.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { Membership } from '../../models/membership.ts'
import { claimTask } from '../../workflows/messages.ts'
import { licence } from '../domain/case/fixture.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority } from '../setup/local-authority.ts'
import { fixtureDeps } from './fixture.ts'

let house: CaseHouse
const dayMs = 86_400_000
const days = { from: new Date(Date.now() - dayMs), until: new Date(Date.now() + 7 * dayMs) }

beforeAll(async () => {
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow: licence,
    deps: fixtureDeps({ signing: localAuthority() }),
  })
})
afterAll(() => house.close())

beforeEach(() =>
  house.inside(async () => {
    // Cases of other tests rest where they were: none of them is to be swept here.
    await Task.deleteMany({})
    await Promise.all([Membership.deleteMany({}), AbsenceModel.deleteMany({}), MandateModel.deleteMany({})])
    await Membership.create([
      { account: 'loket', role: 'counter', agency: 'dpmptsp', from: days.from },
      { account: 'loket-2', role: 'counter', agency: 'dpmptsp', from: days.from },
      { account: 'supervisor', role: 'supervisor', agency: 'dpmptsp', from: days.from },
      { account: 'kabid', role: 'section-head', agency: 'dpmptsp', from: days.from },
    ])
  }),
)

const away = (account: string) =>
  house.inside(() =>
    keepAbsence({
      ...{ _id: randomUUID(), account, agencies: ['dpmptsp'], villages: [], ...days, reason: 'leave' },
      ...{ by: account, key: randomUUID(), digest: 'd', at: new Date() },
    }),
  )

const standIn = (holder: string, official: string) =>
  house.inside(() =>
    keepMandate({
      ...{ _id: randomUUID(), kind: 'plh', holder, for: official, role: 'counter', agency: 'dpmptsp', village: null },
      ...{ servicePoint: null, position: 'Petugas Loket', ...days, letter: { number: '800/1', date: '2026-11-27' } },
      scope: { services: null, withheld: [] },
      ...{ givenBy: 'admin', key: randomUUID(), digest: 'd', givenAt: new Date() },
    }),
  )

/** A case at the counter, taken up by this officer. */
async function heldBy(officer: string): Promise<ApplicationRecord> {
  const filed = await house.file()
  await house.until(filed, { waiting: { step: 'completeness' } })
  await claim(filed, officer)
  return filed
}

const taskId = ({ number }: ApplicationRecord) => `${number}:completeness`
const claim = (filed: ApplicationRecord, officer: string) =>
  house.inside(async () =>
    say(house.engine, await house.read(filed._id), claimTask, {
      act: { task: taskId(filed), officer },
      updateId: randomUUID(),
    }),
  )
const sweep = async () =>
  (await handOverTasks(house.engine, house.deps.log)) + (await freeLeftTasks(house.engine, house.deps.log))
const taskOf = (filed: ApplicationRecord) =>
  house.inside(() =>
    Task.findOne({ task: taskId(filed) })
      .orFail()
      .lean(),
  )
const moves = async (filed: ApplicationRecord) => {
  const lines = await house.inside(() => TimelineEntry.find({ application: filed._id, type: 'task-assigned' }).lean())
  return lines.map(({ data, by }) => ({ ...data, by: by.kind }))
}

describe('an officer on leave', () => {
  test('has their task offered to the stand-in, once, and back when they return', async () => {
    const filed = await heldBy('loket')
    const leave = await away('loket')
    await standIn('kabid', 'loket')
    expect(await sweep()).toBe(1)
    expect(await sweep()).toBe(0)
    expect(await taskOf(filed)).toMatchObject({
      assignee: 'kabid',
      handOver: { from: 'loket', reason: 'absence', offered: true },
    })
    const told = await house.inside(() => Message.find({ application: filed._id, trigger: 'handed-over' }).lean())
    expect(told).toMatchObject([{ to: 'kabid', way: 'in-app', status: 'sent' }])

    await house.inside(() => endAbsence(leave._id, { at: new Date(), by: 'loket' }))
    expect(await sweep()).toBe(1)
    expect(await taskOf(filed)).toMatchObject({ assignee: 'loket', handOver: { from: 'kabid', reason: 'returned' } })
    const task = taskId(filed)
    expect(await moves(filed)).toEqual([
      { task, officer: 'kabid', from: 'loket', reason: 'absence', by: 'system' },
      { task, officer: 'loket', from: 'kabid', reason: 'returned', by: 'system' },
    ])
  })

  test('is not stood in for by somebody who has left', async () => {
    const filed = await heldBy('loket')
    await away('loket')
    await standIn('kabid', 'loket')
    await house.inside(() => Membership.updateOne({ account: 'kabid' }, { $set: { until: new Date() } }))
    expect(await sweep()).toBe(1)
    expect(await taskOf(filed)).toMatchObject({ assignee: null, handOver: { from: 'loket', reason: 'absence' } })
  })

  test('finds a task that the stand-in took up with the stand-in, until the mandate ends', async () => {
    const filed = await heldBy('loket')
    const leave = await away('loket')
    const mandate = await standIn('kabid', 'loket')
    await sweep()
    await claim(filed, 'kabid')
    await house.inside(() => endAbsence(leave._id, { at: new Date(), by: 'loket' }))
    expect(await sweep()).toBe(0)
    expect(await taskOf(filed)).toMatchObject({ assignee: 'kabid', handOver: { offered: false } })

    await house.inside(() => endMandate(mandate._id, { at: new Date(), by: 'admin', reason: 'selesai' }))
    expect(await sweep()).toBe(1)
    expect(await taskOf(filed)).toMatchObject({ assignee: 'loket', handOver: { reason: 'mandate-ended' } })
  })

  test('without a stand-in leaves it to the colleagues of the desk', async () => {
    const filed = await heldBy('loket')
    await away('loket')
    await sweep()
    expect(await taskOf(filed)).toMatchObject({ assignee: null, handOver: { from: 'loket', offered: true } })
    await claim(filed, 'loket-2')
    expect(await taskOf(filed)).toMatchObject({ assignee: 'loket-2', handOver: { offered: false } })
  })

  test('keeps nobody waiting whose case is in order, though another’s is not', async () => {
    const [broken, filed] = [await heldBy('loket'), await heldBy('loket')]
    const first = { $set: { application: randomUUID(), dueAt: new Date(0) } }
    await house.inside(() => Task.collection.updateOne({ task: taskId(broken) }, first))
    await away('loket')
    expect(await sweep()).toBe(1)
    expect(await taskOf(filed)).toMatchObject({ assignee: null, handOver: { from: 'loket', reason: 'absence' } })
  })

  test('and nobody else at the desk: a new task goes to the stand-in', async () => {
    await house.inside(() => Membership.deleteMany({ account: 'loket-2' }))
    await away('loket')
    await standIn('kabid', 'loket')
    const filed = await house.file()
    await house.until(filed, { waiting: { step: 'completeness' } })
    await sweep()
    expect(await taskOf(filed)).toMatchObject({ assignee: 'kabid', handOver: { from: null, reason: 'absence' } })
  })
})

describe('an officer who has left', () => {
  test('leaves no task unseen: it is the desk’s again, and the supervisor is told, once', async () => {
    const filed = await heldBy('loket')
    await house.inside(() => Membership.updateOne({ account: 'loket' }, { $set: { until: new Date() } }))
    expect(await sweep()).toBe(1)
    expect(await sweep()).toBe(0)
    expect(await taskOf(filed)).toMatchObject({ assignee: null, handOver: { from: 'loket', reason: 'left' } })
    const told = await house.inside(() => Message.find({ application: filed._id, trigger: 'freed' }).lean())
    expect(told).toMatchObject([{ to: 'desk:supervisor', desk: { role: 'supervisor', agency: 'dpmptsp' } }])
  })
})
