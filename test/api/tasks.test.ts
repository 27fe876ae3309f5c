import { randomUUID } from 'node:crypto'
import { accessibleBy } from '@casl/mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { abilityOf } from '../../api/middleware/ability.ts'
import { deskFilter } from '../../api/tasks/desks.ts'
import { taskFilter } from '../../api/tasks/filter.ts'
import type { ApplicationRow } from '../../contracts/applications.ts'
import type { Candidate, DecidedTask, TaskRow } from '../../contracts/tasks.ts'
import { Act } from '../../models/case/acts.ts'
import { keepAct } from '../../models/case/keep-act.ts'
import { Task } from '../../models/case/task.ts'
import { type CaseApiHouse, openCaseApiHouse, signed } from './case-api-house.ts'
import { pdf } from './sample-files.ts'

let house: CaseApiHouse

beforeAll(async () => {
  house = await openCaseApiHouse()
})
afterAll(() => house.close())

const path = (task: string, act = '') => `/api/tasks/${encodeURIComponent(task)}${act}`
const rows = async (name: string, filter: object = {}) => {
  const query = new URLSearchParams({ filter: JSON.stringify(filter) })
  return (await house.getAs(name, `/api/tasks?${query}`)).json as TaskRow[]
}
const fields = (answer: { problem: { errors?: { field: string; code?: string }[] } }) =>
  Object.fromEntries((answer.problem.errors ?? []).map(({ field, code }) => [field, code]))

describe('the inbox', () => {
  test('is the desk one sits at, least time left first, with its clock', async () => {
    const { number } = await house.file('sip-bidan')
    const all = await rows('verifikator')
    expect(all.every(({ role, status }) => role === 'verifier' && status === 'open')).toBe(true)
    const due = all.map(({ clock }) => clock.dueAt ?? '')
    expect(due).toEqual([...due].sort())
    const mine = all.find((row) => row.number === number)
    expect(mine).toMatchObject({
      id: `${number}:kelengkapan`,
      stepName: { id: 'Pemeriksaan kelengkapan', en: 'Completeness check' },
      assignee: null,
      actions: ['claim', 'decide'],
      clock: {
        unit: 'working-days',
        amount: 1,
        state: 'running',
        rungs: [{ percent: 50 }, { percent: 80 }, { percent: 100 }],
      },
    })
    expect(await rows('kadis')).toEqual([])
    expect((await rows('supervisor')).map(({ number }) => number)).toContain(number)
  })

  test('filters by service, step, holder and clock, and refuses what it does not know', async () => {
    const { number } = await house.file('ak-1')
    const one = { service: 'ak-1', step: 'pemeriksaan', assignee: 'nobody' }
    expect((await rows('disnaker', one)).map((row) => row.number)).toContain(number)
    expect(await rows('disnaker', { ...one, assignee: 'me' })).toEqual([])
    expect(await rows('disnaker', { state: 'breached' })).toEqual([])
    expect(await rows('disnaker', { state: 'paused' })).toEqual([])
    expect((await rows('disnaker', { state: 'on-time' })).length).toBeGreaterThan(0)
    const odd = new URLSearchParams({ filter: JSON.stringify({ nik: '1' }) })
    expect((await house.getAs('disnaker', `/api/tasks?${odd}`)).status).toBe(400)
    const far = new URLSearchParams({ range: '[9990,10010]' })
    expect((await house.getAs('disnaker', `/api/tasks?${far}`)).status).toBe(400)
  })

  test('is read in the order of its index', async () => {
    const held = [{ role: 'verifier' as const, agency: 'dpmptsp', village: null, servicePoint: null }]
    const ability = abilityOf('p', held)
    const person = { account: 'p', name: 'P', email: 'p@demo.test', memberships: held, ability }
    const may = accessibleBy(ability, 'read').ofType('task')
    const filter = { $and: [may, deskFilter(person), taskFilter({}, 'p', Date.now())] }
    const plan: unknown = await house.inside(() =>
      Task.find(filter).sort({ dueAt: 1, _id: 1 }).explain('queryPlanner').lean(),
    )
    const winning = JSON.stringify((plan as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan)
    expect(winning).toContain('"indexName":"inbox"')
    expect(winning).not.toContain('"stage":"SORT"')
  })
})

describe('taking, giving back, giving on', () => {
  test('a claimed task is told as such to colleagues, and only its holder gives it back', async () => {
    const { number } = await house.file('sip-bidan')
    const task = `${number}:kelengkapan`
    const claimed = await house.postAs('verifikator', path(task, '/claim'), {})
    expect(claimed.status, claimed.text).toBe(200)
    expect(claimed.json).toMatchObject({ assignee: { name: 'Bagus Prasetyo' }, actions: ['release', 'decide'] })
    const released = await house.postAs('verifikator', path(task, '/release'), {})
    expect(released.json).toMatchObject({ assignee: null, actions: ['claim', 'decide'] })
  })

  test('a supervisor gives it to somebody of the desk, and to nobody else', async () => {
    const { number } = await house.file('sip-bidan')
    const task = `${number}:kelengkapan`
    const candidates = (await house.getAs('supervisor', path(task, '/candidates'))).json as z.infer<typeof Candidate>[]
    expect(candidates).toMatchObject([{ name: 'Bagus Prasetyo', role: 'verifier', open: expect.any(Number) }])
    const wrong = await house.postAs('supervisor', path(task, '/assign'), { officer: 'somebody' })
    expect(fields(wrong)).toEqual({ officer: 'not-at-this-desk' })
    const given = await house.postAs('supervisor', path(task, '/assign'), { officer: candidates[0]?.id })
    expect(given.json).toMatchObject({ assignee: { name: 'Bagus Prasetyo' } })
    expect((await rows('verifikator', { assignee: 'me' })).map((row) => row.id)).toContain(task)
  })
})

describe('a decision', () => {
  test('answers when the next read shows it, and the same key answers the same', async () => {
    const { number } = await house.file('sip-bidan')
    const task = `${number}:kelengkapan`
    const key = randomUUID()
    const first = await house.decide('verifikator', task, { decision: 'approve', note: 'Lengkap' }, { key })
    expect(first.status, first.text).toBe(200)
    expect(first.json as DecidedTask).toMatchObject({
      task: { id: task, status: 'decided', actions: [], clock: { state: 'stopped' } },
      application: { status: 'in-progress', waitingOn: { step: { id: 'Verifikasi' } }, dueAt: expect.any(String) },
    })
    const next = await rows('verifikator', { application: (first.json as DecidedTask).application.id })
    expect(next.map(({ step, status }) => `${step} ${status}`)).toEqual(
      expect.arrayContaining(['kelengkapan decided', 'verifikasi open']),
    )
    const again = await house.decide('verifikator', task, { decision: 'approve', note: 'Lengkap' }, { key })
    expect(again.status, again.text).toBe(200)
    const other = await house.decide('verifikator', task, { decision: 'approve', note: 'Lain' }, { key })
    expect(other).toMatchObject({ status: 422, problem: { code: 'idempotency-key-reused' } })
    const late = await house.decide('verifikator', task, { decision: 'approve' })
    expect(late).toMatchObject({ status: 409, problem: { code: 'task-not-open' } })
  })

  test('of two at the same moment one is taken', async () => {
    const { number } = await house.file('ak-1')
    const task = `${number}:pemeriksaan`
    const both = await Promise.all([1, 2].map(() => house.decide('disnaker', task, { decision: 'approve' })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('says what it has to say, each lack by its field', async () => {
    const { number } = await house.file('sip-bidan')
    const task = `${number}:kelengkapan`
    const tries: [object, Record<string, string>][] = [
      [{ decision: 'return' }, { deficiencies: 'required' }],
      [{ decision: 'reject' }, { note: 'required' }],
      [
        { decision: 'return', deficiencies: [{ target: 'field', name: 'warna', message: 'Tidak ada' }] },
        { 'deficiencies.0.name': 'unknown-target' },
      ],
      [{ decision: 'approve', data: { number: '1', file: 'x' } }, { data: 'not-for-this-decision' }],
      [{ decision: 'approve', signing: { passphrase: 'x' } }, { signing: 'not-for-this-decision' }],
    ]
    for (const [body, errors] of tries) {
      const answer = await house.decide('verifikator', task, body)
      expect(answer.status, answer.text).toBe(422)
      expect(fields(answer)).toEqual(errors)
    }
    const sign = await house.decide('verifikator', task, signed)
    expect(sign).toMatchObject({ status: 409, problem: { code: 'decision-not-offered' } })
    const unknown = await house.decide('verifikator', task, { decision: 'approve', catatan: 'x' })
    expect(unknown.status).toBe(400)
  })

  test('with reasons refuses the case, whose letter is sealed', async () => {
    const { id, number } = await house.file('ak-1')
    await house.walk({ number }, [['disnaker', 'pemeriksaan', { decision: 'reject', note: 'Ijazah tidak terbaca' }]])
    await house.until(id, { status: 'rejected' })
    const detail = await house.detail('warga', id)
    expect(detail).toMatchObject({
      outcome: { kind: 'rejected', reason: 'Ijazah tidak terbaca' },
      documents: [{ kind: 'rejection', number: expect.any(String), signedBy: { name: expect.any(String) } }],
      actions: ['download'],
    })
  })
})

describe('what the owner’s system brings', () => {
  test('number and document come with the decision, and the citizen downloads them', async () => {
    const { id, number } = await house.file('akta-kelahiran')
    await house.walk({ number }, [['dukcapil', 'verifikasi']])
    const task = `${number}:pencatatan`
    const bare = await house.decide('dukcapil', task, { decision: 'approve' })
    expect(fields(bare)).toEqual({ data: 'required' })
    const file = await house.upload('dukcapil', pdf, 'application/pdf', 'akta.pdf')
    const odd = await house.decide('dukcapil', task, { decision: 'approve', data: { number: 'A-1', file } })
    expect(fields(odd)).toEqual({ 'data.number': 'pattern' })
    const data = { number: '3510-LT-30102026-0001', file }
    const others = await house.decide('dukcapil', task, { decision: 'approve', data: { ...data, file: 'x' } })
    expect(fields(others)).toEqual({ 'data.file': 'file-unknown' })
    const done = await house.decide('dukcapil', task, { decision: 'approve', data })
    expect(done.status, done.text).toBe(200)
    expect((done.json as DecidedTask).application satisfies ApplicationRow).toMatchObject({ status: 'approved' })
    const [document] = (await house.detail('warga', id)).documents
    expect(document).toMatchObject({ kind: 'external', number: data.number, verifyUrl: null })
    const download = await house.getAs('warga', document?.file ?? '')
    expect(download.status).toBe(200)
    expect(download.text).toBe(pdf.toString('utf8'))
  })
})

describe('signing', () => {
  const toSigner: [string, string][] = [
    ['verifikator', 'kelengkapan'],
    ['verifikator', 'verifikasi'],
    ['teknis', 'rekomendasi'],
    ['kabid', 'validasi'],
  ]

  test('shows a draft without a number, refuses a wrong passphrase, and takes the right one', async () => {
    const { id, number } = await house.file('sip-bidan')
    await house.walk({ number }, toSigner)
    const task = `${number}:tanda-tangan`
    const detail = await house.task('kadis', task)
    expect(detail).toMatchObject({ kind: 'sign', decisions: ['sign', 'return', 'reject'], brings: null })
    const draft = await house.getAs('kadis', detail.preview ?? '')
    expect(draft.headers.get('content-type')).toContain('application/pdf')
    expect(draft.text.startsWith('%PDF-')).toBe(true)
    expect((await house.getAs('verifikator', detail.preview ?? '')).status).toBe(403)

    const without = await house.decide('kadis', task, { decision: 'sign' })
    expect(fields(without)).toEqual({ 'signing.passphrase': 'required' })
    const secret = 'frasa-yang-salah-sekali'
    const wrong = await house.decide('kadis', task, { decision: 'sign', signing: { passphrase: secret } })
    expect(wrong.status, wrong.text).toBe(422)
    expect(fields(wrong)).toEqual({ 'signing.passphrase': 'signing-wrong-secret' })
    expect((await house.task('kadis', task)).status).toBe('open')

    const done = await house.decide('kadis', task, signed)
    expect(done.status, done.text).toBe(200)
    expect(done.json).toMatchObject({ task: { status: 'decided' }, application: { status: 'approved' } })
    const documents = (await house.detail('warga', id)).documents
    expect(documents).toMatchObject([
      {
        kind: 'approval',
        signedBy: { name: 'Drs. Agus Santosa, M.Si.' },
        verifyUrl: expect.stringContaining('/verifikasi/'),
      },
    ])
    const acts = await house.inside(() => Act.find({ application: id }).lean())
    const history = await house.api.deps.temporal.client.workflow
      .getHandle(`application/banyuwangi/${number}`)
      .fetchHistory()
    for (const kept of [JSON.stringify(acts), JSON.stringify(history)]) {
      expect(kept).not.toContain(secret)
      expect(kept).not.toContain(signed.signing.passphrase)
    }
  })

  test('where nobody answers, the task comes back: unknown, sign again', async () => {
    const { number } = await house.file('sktm')
    const task = `${number}:tanda-tangan`
    const { desk } = house.api.deps.cases.signing
    const queue = desk.queue
    Object.defineProperty(desk, 'queue', { value: `nobody-${randomUUID()}`, configurable: true })
    const answer = await house.decide('kades', task, signed).finally(() => {
      Object.defineProperty(desk, 'queue', { value: queue, configurable: true })
    })
    expect(answer).toMatchObject({ status: 409, problem: { code: 'signing-unknown' } })
    const again = await house.decide('kades', task, signed)
    expect(again.status, again.text).toBe(200)
  })
})

test('an act that two requests keep at once is kept once', async () => {
  const act = {
    kind: 'withdrawal' as const,
    application: 'a',
    by: 'p',
    key: randomUUID(),
    digest: 'd',
    at: new Date(),
    content: { reason: 'r' },
  }
  const kept = await house.inside(() => Promise.all([1, 2, 3].map(() => keepAct({ ...act, _id: randomUUID() }))))
  expect(new Set(kept.map(({ _id }) => _id)).size).toBe(1)
})
