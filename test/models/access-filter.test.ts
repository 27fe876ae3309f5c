import { randomUUID } from 'node:crypto'
import { accessibleBy } from '@casl/mongoose'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { abilityOf } from '../../api/middleware/ability.ts'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { Task, type TaskRecord } from '../../models/case/task.ts'
import { inRegency } from '../../models/tenancy.ts'
import { can, everyone, people } from '../policy/people.ts'

/** Every mix of what scopes look at. */
const cases = ['dpmptsp', 'disnaker'].flatMap((agency) =>
  ['35.10.01.2001', '35.10.01.2002', null].flatMap((village) =>
    ['mpp', null].flatMap((servicePoint) =>
      ['portal', 'counter', 'village'].flatMap((channel) =>
        ['warga', 'verifier', 'somebody'].map((account) => ({
          agencies: [agency, 'dinkes'],
          village,
          servicePoint,
          channel,
          applicant: { account },
          filedBy: 'somebody',
        })),
      ),
    ),
  ),
)
const tasks = ['dpmptsp', 'dinkes', null].flatMap((agency) =>
  ['35.10.01.2001', null].flatMap((village) =>
    [['verifier'], ['technical', 'section-head'], ['village-head']].flatMap((roles) =>
      [null, 'verifier', 'village-head', 'somebody'].map((assignee) => ({ agency, village, roles, assignee })),
    ),
  ),
)

const withIds = <T extends object>(all: T[]) => all.map((one, at) => ({ _id: `id-${at}`, ...one }))

beforeAll(async () => {
  await connectMongo(inject('mongoUri'), { dbName: `access-${randomUUID()}` })
  await inRegency('alfa', async () => {
    await Application.collection.insertMany(withIds(cases) as unknown as ApplicationRecord[] as never[])
    await Task.collection.insertMany(withIds(tasks) as unknown as TaskRecord[] as never[])
  })
})
afterAll(async () => {
  await mongoose.connection.dropDatabase()
  await disconnectMongo()
})

describe.each(everyone)('%s finds in MongoDB exactly what the table lets through', (person) => {
  const filterOf = (action: string, resource: string) =>
    accessibleBy(abilityOf(person, people[person]), action as never).ofType(resource as never)

  it.each(['read', 'correct', 'unmask', 'search'] as const)('to %s: applications', async (action) => {
    const meant = withIds(cases).filter((one) => can(person, action, 'application', one))
    const filter = filterOf(action, 'application')
    const found = await inRegency('alfa', () => Application.find({ $and: [filter] }).distinct('_id'))
    expect(found.sort()).toEqual(meant.map(({ _id }) => _id).sort())
    expect(await inRegency('beta', () => Application.countDocuments({ $and: [filter] }))).toBe(0)
  })

  it.each(['read', 'claim', 'decide', 'release', 'assign'] as const)('to %s: tasks', async (action) => {
    const meant = withIds(tasks).filter((one) => can(person, action, 'task', one))
    const found = await inRegency('alfa', () => Task.find({ $and: [filterOf(action, 'task')] }).distinct('_id'))
    expect(found.map(String).sort()).toEqual(meant.map(({ _id }) => _id).sort())
  })
})
