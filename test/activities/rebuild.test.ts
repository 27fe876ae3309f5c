import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rebuild } from '../../activities/record/rebuild.ts'
import { Application } from '../../models/case/application.ts'
import { Task } from '../../models/case/task.ts'
import { RegisterEntry } from '../../models/register/entry.ts'
import { licenceRow, midwifeAnswers, wib } from '../importer/fixture.ts'
import { type House, openImportHouse } from '../importer/import-house.ts'

let house: House

beforeAll(async () => {
  house = await openImportHouse()
  const [first, ...rest] = licenceRow().steps ?? []
  if (!first) throw new Error('no steps')
  const rows = [1, 2, 3, 4].map((each) =>
    licenceRow({
      reference: `R-${each}`,
      document: { number: `503/000${each}/SIPB/35.10/XI/2026` },
      steps: [
        { act: 'return', step: 'kelengkapan', at: '2026-11-02 10:00', note: 'Lengkapi' },
        { act: 'correct', at: '2026-11-02 10:30', answers: { ...midwifeAnswers, jadwal: 'Sabtu' } },
        first,
        ...rest,
      ],
    }),
  )
  const { outcome } = await house.run(await house.write('rows.jsonl', rows), wib('2026-11-20 10:00'))
  expect(outcome.failed).toEqual([])
})
afterAll(() => house.close())

/** Past Mongoose and tenancy, as a careless hand or a failing disk would. */
const raw = (name: string) => {
  const { db } = mongoose.connection
  if (!db) throw new Error('not connected')
  return db.collection(name)
}
const numberOf = async (reference: string) =>
  (await house.inside(() => Application.findOne({ 'imported.reference': reference }).orFail().lean())).number
const look = (check: boolean) => house.inside(() => rebuild(house.house.deps, { check }))

describe('the read model, against the timelines', () => {
  test('is what they say after cases were recorded', async () => {
    const report = await look(true)
    expect(report).toMatchObject({ cases: 4, findings: [], orphans: [] })
    expect(report.lines).toBeGreaterThan(60)
  })

  test('damaged, is told by a check and left; then mended, and every row is as it was', async () => {
    const number = await numberOf('R-1')
    const before = await snapshot(number)
    await raw('applications').updateOne(
      { number },
      { $set: { status: 'rejected', 'state.status': 'rejected', 'answers.jadwal': 'Minggu' } },
    )
    await raw('tasks').updateOne({ task: `${number}:verifikasi` }, { $set: { status: 'open', role: 'admin' } })
    await raw('tasks').deleteOne({ task: `${number}:validasi` })
    await raw('tasks').insertOne({
      regency: house.regency,
      application: before.application._id,
      task: `${number}:palsu`,
      number,
    })
    await raw('registerEntries').updateOne({ entry: `${number}:sip-bidan` }, { $set: { validUntil: null } })
    const damaged = await snapshot(number)

    const what = [
      'answers',
      'state',
      'status',
      `register entry ${number}:sip-bidan`,
      `task ${number}:palsu`,
      `task ${number}:validasi`,
      `task ${number}:verifikasi`,
    ]
    const checked = await look(true)
    expect(
      checked.findings.map((finding) => ('what' in finding ? { ...finding, what: finding.what.toSorted() } : finding)),
    ).toEqual([{ kind: 'differs', number, what: what.toSorted() }])
    expect(await snapshot(number)).toEqual(damaged)

    expect((await look(false)).findings).toHaveLength(1)
    expect(await snapshot(number)).toEqual(before)
    expect((await look(true)).findings).toEqual([])
  })

  test('lost altogether for a case, is written anew from its timeline', async () => {
    const number = await numberOf('R-2')
    const before = await snapshot(number)
    await raw('applications').updateOne({ number }, { $set: { state: {}, waiting: null, closedAt: null } })
    await raw('tasks').deleteMany({ number })
    await look(false)
    const after = await snapshot(number)
    expect(after.application).toEqual(before.application)
    expect(after.tasks).toEqual(before.tasks)
  })
})

describe('a timeline', () => {
  test('that was changed is named with its line, and nothing is rebuilt from it', async () => {
    const number = await numberOf('R-3')
    const { application } = await snapshot(number)
    await raw('timeline').updateOne({ application: application._id, seq: 7 }, { $set: { 'by.id': 'orang-lain' } })
    await raw('applications').updateOne({ number }, { $set: { status: 'rejected' } })
    const { findings } = await look(false)
    expect(findings).toEqual([{ kind: 'broken', number, line: 7, why: 'changed' }])
    expect((await snapshot(number)).application.status).toBe('rejected')
  })

  test('that lost a line in the middle, or its end, is named', async () => {
    const number = await numberOf('R-4')
    const { application } = await snapshot(number)
    const { seq } = application.state
    await raw('timeline').deleteOne({ application: application._id, seq })
    expect((await look(true)).findings).toContainEqual({ kind: 'broken', number, line: seq, why: 'lost' })
    await raw('timeline').deleteOne({ application: application._id, seq: 3 })
    expect((await look(true)).findings).toContainEqual({ kind: 'broken', number, line: 3, why: 'missing' })
  })

  test('whose application is gone is told', async () => {
    const number = await numberOf('R-4')
    const { application } = await snapshot(number)
    await raw('applications').deleteOne({ number })
    expect((await look(true)).orphans).toEqual([application._id])
  })
})

async function snapshot(number: string) {
  return house.inside(async () => ({
    application: await Application.findOne({ number }).orFail().lean(),
    tasks: (await Task.find({ number }).sort({ task: 1 }).lean()).map(({ _id, ...task }) => task),
    entries: await RegisterEntry.find({ entry: `${number}:sip-bidan` }).lean(),
  }))
}
