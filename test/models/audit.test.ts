import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { migrate } from '../../migrations/index.ts'
import { Audit, audit, brokenAuditLine } from '../../models/audit.ts'
import { inRegency } from '../../models/tenancy.ts'

beforeAll(async () => {
  await connectMongo(inject('mongoUri'), { dbName: `audit-${randomUUID()}` })
  await migrate()
})
afterAll(async () => {
  await mongoose.connection.dropDatabase()
  await disconnectMongo()
})
beforeEach(async () => {
  await raw('audit').deleteMany({})
  await raw('auditHeads').deleteMany({})
})

function raw(name: string) {
  const { db } = mongoose.connection
  if (!db) throw new Error('not connected')
  return db.collection(name)
}
const look = (id: string, regency = 'alfa') =>
  inRegency(regency, () =>
    audit({ act: 'unmask', by: 'officer', subject: { kind: 'application', id }, purpose: 'mencocokkan KTP' }),
  )
const broken = (regency = 'alfa') => inRegency(regency, brokenAuditLine)

describe('the audit chain', () => {
  it('numbers lines without gaps, one chain a regency', async () => {
    await look('a')
    await look('b')
    await look('x', 'beta')
    const lines = await inRegency('alfa', () => Audit.find().sort({ seq: 1 }).lean())
    expect(lines.map(({ seq, subject }) => [seq, subject.id])).toEqual([
      [1, 'a'],
      [2, 'b'],
    ])
    expect((await inRegency('beta', () => Audit.findOne().orFail().lean())).seq).toBe(1)
    expect(await broken()).toBeNull()
    expect(await broken('beta')).toBeNull()
  })

  it('keeps every line of many at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, n) => look(`a${n}`)))
    const seqs = await inRegency('alfa', () => Audit.find().sort({ seq: 1 }).distinct('seq'))
    expect(seqs).toEqual(Array.from({ length: 12 }, (_, n) => n + 1))
    expect(await broken()).toBeNull()
  })

  it('cannot be changed by the program', async () => {
    await look('a')
    await expect(inRegency('alfa', () => Audit.updateOne({ seq: 1 }, { $set: { by: 'x' } }))).rejects.toThrow(
      /append-only/,
    )
    await expect(inRegency('alfa', () => Audit.deleteMany({}))).rejects.toThrow(/append-only/)
  })

  it.each([
    ['a changed line', () => raw('audit').updateOne({ seq: 2 }, { $set: { purpose: 'lain' } }), 2],
    ['a line taken out', () => raw('audit').deleteOne({ seq: 2 }), 2],
    ['the last line taken off', () => raw('audit').deleteOne({ seq: 3 }), 3],
    ['a line moved to another regency', () => raw('audit').updateOne({ seq: 1 }, { $set: { regency: 'beta' } }), 1],
  ])('tells %s', async (_what, tamper, line) => {
    for (const id of ['a', 'b', 'c']) await look(id)
    expect(await broken()).toBeNull()
    await tamper()
    expect(await broken()).toBe(line)
  })
})
