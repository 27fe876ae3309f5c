import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { rebuild } from '../../activities/record/rebuild.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { Task } from '../../models/case/task.ts'
import { licence } from '../domain/case/fixture.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority } from '../setup/local-authority.ts'
import { fixtureDeps } from './fixture.ts'

let house: CaseHouse
let filed: ApplicationRecord

beforeAll(async () => {
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow: licence,
    deps: fixtureDeps({ signing: localAuthority() }),
  })
  const untouched = await house.file()
  filed = await house.file()
  for (const application of [untouched, filed]) await house.until(application, { waiting: { step: 'completeness' } })
  await house.decide(filed, `${filed.number}:completeness`, 'loket', { decision: 'approve' })
  await house.file({}, false)
})
afterAll(() => house.close())

const rebuilt = (check: boolean) => house.inside(() => rebuild(house.deps, { check }))
const troubled = async (check: boolean) => (await rebuilt(check)).findings
const tasks = () => house.inside(() => Task.find({ application: filed._id }, { _id: 0 }).sort({ task: 1 }).lean())

test('what the record wrote agrees with the timelines, cases not yet started included', async () => {
  expect(await rebuilt(true)).toMatchObject({ cases: 3, findings: [], orphans: [], tallies: 0 })
})

test('a damaged read model is found, mended from the timeline, and agrees again', async () => {
  const [before, rows] = [await house.read(filed._id), await tasks()]
  await house.inside(async () => {
    await Application.updateOne({ _id: filed._id }, { $set: { status: 'approved', dueAt: null } })
    await Task.deleteMany({ task: `${filed.number}:verification` })
    await Task.updateMany({ task: `${filed.number}:completeness` }, { $set: { status: 'open' } })
    await Task.insertMany([{ ...rows[0], task: `${filed.number}:invented` }])
  })
  const told = [
    {
      number: filed.number,
      kind: 'differs',
      what: expect.arrayContaining([
        'status',
        'dueAt',
        `task ${filed.number}:verification`,
        `task ${filed.number}:completeness`,
        `task ${filed.number}:invented`,
      ]),
    },
  ]
  expect(await troubled(true)).toEqual(told)
  expect(await troubled(false)).toEqual(told)
  expect(await troubled(true)).toEqual([])
  expect(await house.read(filed._id)).toEqual(before)
  expect(await tasks()).toEqual(rows)
})

test('a changed line of a timeline is told and left alone', async () => {
  const lines = mongoose.connection.getClient().db(mongoose.connection.name).collection('timeline')
  const changed = await lines.updateOne({ application: filed._id, seq: 2 }, { $set: { at: 1 } })
  expect(changed.modifiedCount).toBe(1)
  const before = await house.read(filed._id)
  expect(await troubled(false)).toEqual([{ number: filed.number, kind: 'broken', line: 2, why: 'changed' }])
  expect(await house.read(filed._id)).toEqual(before)
})
