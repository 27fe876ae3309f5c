import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { Job } from '../../contracts/jobs.ts'
import { Act } from '../../models/case/acts.ts'
import { Job as Jobs } from '../../models/job/job.ts'
import { Membership } from '../../models/membership.ts'
import { type CaseApiHouse, openCaseApiHouse } from './case-api-house.ts'

let house: CaseApiHouse

beforeAll(async () => {
  house = await openCaseApiHouse()
})
afterAll(() => house.close())

const task = ({ number }: { number: string }) => `${number}:kelengkapan`

async function ask(name: string, body: object, key: string = randomUUID()): Promise<Job> {
  const answer = await house.postAs(name, '/api/tasks/decide', body, { key })
  expect(answer.status, answer.text).toBe(202)
  return Job.parse(answer.json)
}

async function ended(name: string, { id }: Pick<Job, 'id'>): Promise<Job> {
  return vi.waitFor(
    async () => {
      const job = Job.parse((await house.getAs(name, `/api/jobs/${id}`)).json)
      expect(job.doneAt).not.toBeNull()
      return job
    },
    { timeout: 60_000, interval: 200 },
  )
}

const told = ({ rows }: Job) => rows.map(({ state, code }) => (code ? `${state} ${code}` : state))

describe('one decision on many tasks', () => {
  test('decides each as a single decision does, and tells of each that is refused why, in both languages', async () => {
    const cases = [await house.file('sip-bidan'), await house.file('sip-bidan'), await house.file('sip-bidan')] as const
    const [first, decided, third] = cases
    await house.decide('verifikator', task(decided), { decision: 'approve' })
    const elsewhere = await house.file('ak-1')
    const tasks = [...cases.map(task), `${elsewhere.number}:pemeriksaan`, 'X-1:tiada']
    const job = await ask('verifikator', { tasks, decision: 'approve', note: 'Lengkap' })
    expect(job).toMatchObject({ kind: 'decide', decision: 'approve', doneAt: null })
    const after = await ended('verifikator', job)
    expect(after.rows.map((row) => row.task)).toEqual(tasks)
    expect(after.rows.map(({ number }) => number)).toEqual([...cases.map(({ number }) => number), null, null])
    expect(told(after)).toEqual(['done', 'refused task-not-open', 'done', 'refused not-found', 'refused not-found'])
    expect(after.rows[1]?.message).toEqual({
      id: 'Tugas ini sudah diputuskan atau ditutup.',
      en: 'This task has been decided or closed already.',
    })
    for (const { id } of [first, third]) {
      expect(await house.read(id)).toMatchObject({ waiting: { step: 'verifikasi' } })
      const acts = await house.inside(() => Act.find({ application: id, kind: 'decision' }).lean())
      expect(acts).toMatchObject([{ content: { decision: 'approve', note: 'Lengkap' } }])
    }
  })

  test('rejects with one reason, and not without', async () => {
    const one = await house.file('sip-bidan')
    const body = { tasks: [task(one)], decision: 'reject' }
    const silent = await house.postAs('verifikator', '/api/tasks/decide', body)
    expect(silent).toMatchObject({ status: 422, problem: { errors: [{ field: 'note', code: 'required' }] } })
    expect(told(await ended('verifikator', await ask('verifikator', { ...body, note: 'Ganda' })))).toEqual(['done'])
    const [act] = await house.inside(() => Act.find({ application: one.id, kind: 'decision' }).lean())
    expect(act).toMatchObject({ content: { decision: 'reject', note: 'Ganda' } })
  })

  test('leaves what has to be signed to its signer', async () => {
    const letter = await house.file('sktm')
    const tasks = [`${letter.number}:tanda-tangan`]
    const job = await ended('kades', await ask('kades', { tasks, decision: 'approve' }))
    expect(told(job)).toEqual(['refused decision-not-offered'])
    for (const decision of ['sign', 'return']) {
      const answer = await house.postAs('kades', '/api/tasks/decide', { tasks, decision })
      expect(answer.status, decision).toBe(400)
    }
  })

  test('is one job under one key, whatever is sent meanwhile', async () => {
    const one = await house.file('sip-bidan')
    const key = randomUUID()
    const body = { tasks: [task(one), task(one)], decision: 'approve' }
    const [job, again] = await Promise.all([ask('verifikator', body, key), ask('verifikator', body, key)])
    expect(again.id).toBe(job.id)
    expect(told(await ended('verifikator', job))).toEqual(['done'])
    expect((await ask('verifikator', body, key)).doneAt).not.toBeNull()
    const other = await house.postAs('verifikator', '/api/tasks/decide', { ...body, note: 'Lain' }, { key })
    expect(other).toMatchObject({ status: 422, problem: { code: 'idempotency-key-reused' } })
  })

  test('takes up to 500 tasks', async () => {
    const tasks = Array.from({ length: 501 }, (_, index) => `X-${index}:tiada`)
    const answer = await house.postAs('verifikator', '/api/tasks/decide', { tasks, decision: 'approve' })
    expect(answer.status).toBe(400)
    const nothing = await house.postAs('verifikator', '/api/tasks/decide', { tasks: [], decision: 'approve' })
    expect(nothing.status).toBe(400)
  })
})

describe('a job', () => {
  test('that its process left behind is taken up when the lease has run out: nothing is done twice', async () => {
    const cases = [await house.file('sip-bidan'), await house.file('sip-bidan')]
    const key = randomUUID()
    // As a process leaves it that died between a decision and its row: the decision is kept under the row's key.
    const account = ((await house.getAs('verifikator', '/api/me')).json as { id: string }).id
    const done = cases[0] ?? { number: '', id: '' }
    const body = { tasks: cases.map(task), decision: 'approve' }
    const job = await ask('verifikator', body, key)
    await ended('verifikator', job)
    const dead = { holder: 'dead', until: new Date(Date.now() - 1) }
    await house.inside(() =>
      Jobs.updateOne({ _id: job.id }, { $set: { 'rows.0.state': 'waiting', doneAt: null, lease: dead } }),
    )
    expect(told(await ended('verifikator', job))).toEqual(['done', 'done'])
    const acts = await house.inside(() => Act.find({ application: done.id, by: account }).lean())
    expect(acts).toHaveLength(1)
  })

  test('that another process holds is left alone', async () => {
    const one = await house.file('sip-bidan')
    const job = await ask('verifikator', { tasks: [task(one)], decision: 'approve' })
    await ended('verifikator', job)
    const held = { holder: 'another', until: new Date(Date.now() + 600_000) }
    await house.inside(() =>
      Jobs.updateOne({ _id: job.id }, { $set: { 'rows.0.state': 'waiting', doneAt: null, lease: held } }),
    )
    const next = await ask('verifikator', { tasks: ['X-1:tiada'], decision: 'approve' })
    await ended('verifikator', next)
    const left = await house.inside(() => Jobs.findOne({ _id: job.id }).orFail().lean())
    expect(left).toMatchObject({ doneAt: null, lease: { holder: 'another' }, rows: [{ state: 'waiting' }] })
  })

  test('is seen by whoever asked for it alone, and asked for by those who decide', async () => {
    const job = await ask('verifikator', { tasks: ['X-1:tiada'], decision: 'approve' })
    for (const name of ['kabid', 'supervisor', 'admin', 'warga']) {
      expect((await house.getAs(name, `/api/jobs/${job.id}`)).status, name).toBe(404)
    }
    expect((await house.get(`/api/jobs/${job.id}`)).status).toBe(401)
    for (const name of ['warga', 'katalog', 'admin']) {
      const answer = await house.postAs(name, '/api/tasks/decide', { tasks: ['X-1:tiada'], decision: 'approve' })
      expect(answer.status, name).toBe(403)
    }
  })

  test('decides nothing any more when the authority behind it has ended', async () => {
    const one = await house.file('sip-bidan')
    const job = await ask('verifikator', { tasks: ['X-1:tiada'], decision: 'approve' })
    await ended('verifikator', job)
    await house.inside(async () => {
      await Membership.updateMany({ role: 'verifier' }, { $set: { until: new Date() } })
      const row = { task: task(one), number: one.number, state: 'waiting', code: null, message: null }
      await Jobs.updateOne({ _id: job.id }, { $set: { rows: [row], doneAt: null, lease: null } })
    })
    expect(told(await ended('verifikator', job))).toEqual(['refused not-allowed'])
    await house.inside(() => Membership.updateMany({ role: 'verifier' }, { $set: { until: null } }))
  })
})
