import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Verification } from '../../contracts/documents.ts'
import type { MandateRow, OfficerRow } from '../../contracts/mandates.ts'
import type { Me } from '../../contracts/me.ts'
import type { Candidate, TaskRow } from '../../contracts/tasks.ts'
import { Audit, brokenAuditLine } from '../../models/audit.ts'
import { Membership } from '../../models/membership.ts'
import { textOf } from '../documents/pdf-reading.ts'
import { ensurePoppler } from '../setup/poppler.ts'
import { type CaseApiHouse, consent, farmer, openCaseApiHouse, signed } from './case-api-house.ts'

let house: CaseApiHouse
let ids: Map<string, string>
const minute = 60_000
const iso = (ms: number) => new Date(Date.now() + ms).toISOString()

beforeAll(async () => {
  await ensurePoppler()
  house = await openCaseApiHouse()
  const officers = (await house.getAs('admin', '/api/officers')).json as OfficerRow[]
  const emails = new Map(house.people.map(({ name, email }) => [name, email.split('@')[0] ?? '']))
  ids = new Map(officers.map(({ id, name }) => [emails.get(name) ?? name, id]))
})
afterAll(() => house.close())

const id = (name: string) => ids.get(name) ?? `no ${name}`
const plh = (changes: object = {}) => ({
  kind: 'plh',
  holder: id('kabid'),
  for: id('kadis'),
  role: 'signer',
  agency: 'dpmptsp',
  from: iso(0),
  until: iso(60 * minute),
  letter: { number: '800/12/2026', date: '2026-11-27' },
  ...changes,
})

const toSignature = (receipt: { number: string }) =>
  house.walk(receipt, [
    ['verifikator', 'kelengkapan'],
    ['verifikator', 'verifikasi'],
    ['teknis', 'rekomendasi'],
    ['kabid', 'validasi'],
  ])

/** The same person again, nothing of an earlier session remembered. */
const afresh = async (name: string) => ({ token: await house.signIn(name) })

describe('a Plh for the head of DPMPTSP', () => {
  let mandate: MandateRow
  let number: string
  let application: string

  test('is given by the admin; the inbox of the stand-in holds the signature, and the header can say so', async () => {
    const receipt = await house.file('sip-bidan')
    ;({ number, id: application } = receipt)
    await toSignature(receipt)
    const answer = await house.postAs('admin', '/api/mandates', plh())
    expect(answer.status, answer.text).toBe(201)
    mandate = answer.json as MandateRow
    expect(mandate).toMatchObject({
      position: 'Plh. Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
      state: 'current',
      withheld: expect.arrayContaining(['revoke', 'give']),
      actions: ['end'],
    })
    const now = await afresh('kabid')
    const me = (await house.get('/api/me', now)).json as Me
    expect(me.mandates).toMatchObject([{ kind: 'plh', position: mandate.position, until: mandate.until }])
    expect(me.memberships.map(({ role }) => role)).toEqual(['section-head'])
    const tasks = (await house.get('/api/tasks', now)).json as TaskRow[]
    expect(tasks).toMatchObject([{ number, kind: 'sign', actions: ['claim', 'decide'] }])
  })

  test('signs; paper and public page say for whom and by which letter', async () => {
    const answer = await house.post(`/api/tasks/${number}:tanda-tangan/decide`, {
      ...(await afresh('kabid')),
      body: signed,
    })
    expect(answer.status, answer.text).toBe(200)
    const [document] = (await house.detail('kadis', application)).documents
    const verification = (await house.get(`/api/verify/${document?.id}`)).json as Verification
    expect(verification.signature).toMatchObject({
      by: 'Hariyanto, S.Sos.',
      position: mandate.position,
      mandate: 'berdasarkan Surat Perintah Nomor 800/12/2026 tanggal 27 November 2026',
      intact: true,
    })
    const pdf = await fetch(`${house.url}/api/documents/${document?.id}/file`, {
      headers: { Authorization: `Bearer ${await house.as('kadis')}` },
    })
    const text = (await textOf(new Uint8Array(await pdf.arrayBuffer()))).replace(/\s+/g, ' ')
    expect(text).toContain('PLH. KEPALA DINAS PENANAMAN MODAL')
    expect(text).toContain('berdasarkan Surat Perintah Nomor 800/12/2026 tanggal 27 November 2026')
  })

  test('ended early decides nothing from that instant on, and is told so in plain words', async () => {
    const receipt = await house.file('sip-bidan')
    await toSignature(receipt)
    const remembered = await afresh('kabid')
    const task = `/api/tasks/${receipt.number}:tanda-tangan/decide`
    expect((await house.get('/api/tasks', remembered)).status).toBe(200)
    const ended = await house.postAs('admin', `/api/mandates/${mandate.id}/end`, { reason: 'Kepala dinas kembali' })
    expect(ended.json).toMatchObject({ state: 'past', ended: { reason: 'Kepala dinas kembali' }, actions: [] })

    const late = await house.post(task, { ...remembered, body: signed })
    expect(late).toMatchObject({ status: 409, problem: { code: 'signing-mandate-ended' } })
    const later = await house.post(task, { ...(await afresh('kabid')), body: signed })
    expect(later).toMatchObject({
      status: 403,
      problem: { detail: expect.stringMatching(/^Mandat Plh\/Plt Anda .* berakhir/) },
    })
    const again = await house.postAs('admin', `/api/mandates/${mandate.id}/end`, { reason: 'Sekali lagi' })
    expect(again.json).toMatchObject({ ended: { reason: 'Kepala dinas kembali' } })
    await house.walk(receipt, [['kadis', 'tanda-tangan', signed]])
  })

  test('leaves its lines in the audit chain, which holds', async () => {
    const lines = await house.inside(() => Audit.find({ 'subject.id': mandate.id }).lean())
    expect(lines.map(({ act }) => act)).toEqual(['give-mandate', 'end-mandate'])
    expect(await house.inside(brokenAuditLine)).toBeNull()
  })
})

describe('giving', () => {
  test('the same key is the same mandate; another content under it is refused', async () => {
    const body = plh({ from: iso(100 * minute), until: iso(200 * minute) })
    const [first, second] = [
      await house.postAs('admin', '/api/mandates', body, { key: 'mandat-sekali-saja' }),
      await house.postAs('admin', '/api/mandates', body, { key: 'mandat-sekali-saja' }),
    ]
    expect((second.json as MandateRow).id).toBe((first.json as MandateRow).id)
    const other = await house.postAs('admin', '/api/mandates', plh(), { key: 'mandat-sekali-saja' })
    expect(other).toMatchObject({ status: 422, problem: { code: 'idempotency-key-reused' } })
  })

  test('sent twice at once under one key is one mandate; another content at the same moment is refused', async () => {
    const body = plh({ from: iso(500 * minute), until: iso(600 * minute) })
    const give = (asked: object) => house.postAs('admin', '/api/mandates', asked, { key: 'mandat-bersamaan' })
    const answers = await Promise.all([give(body), give(body), give(body)])
    expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(({ text }) => [201, text]))
    expect(new Set(answers.map(({ json }) => (json as MandateRow).id)).size).toBe(1)
    const key = 'mandat-berbeda-bersamaan'
    const later = { from: iso(700 * minute), until: iso(800 * minute) }
    const mixed = await Promise.all(
      ['kabid', 'verifikator'].map((who) =>
        house.postAs('admin', '/api/mandates', plh({ ...later, holder: id(who) }), { key }),
      ),
    )
    expect(mixed.map(({ status, problem }) => (status === 201 ? 201 : problem.code)).sort()).toEqual([
      201,
      'idempotency-key-reused',
    ])
  })

  test('one seat has one stand-in, also when two are given at once', async () => {
    const body = (holder: string) => plh({ holder: id(holder), from: iso(300 * minute), until: iso(400 * minute) })
    const answers = await Promise.all(
      ['kabid', 'verifikator'].map((who) => house.postAs('admin', '/api/mandates', body(who))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('seat-taken')
  })

  test.each([
    ['holder', { holder: 'nobody' }],
    ['holder', { holder: 'x', for: 'x' }],
    ['for', { for: undefined }],
    ['for', { kind: 'plt' }],
    ['agency', { agency: undefined }],
    ['until', { until: iso(-minute) }],
    ['until', { until: iso(93 * 24 * 60 * minute) }],
    ['from', { from: iso(-2 * 24 * 60 * minute) }],
    ['services.1', { services: ['sip-bidan', 'tidak-ada'] }],
  ])('names %s: %j', async (field, changes) => {
    const { status, problem } = await house.postAs('admin', '/api/mandates', plh(changes))
    expect({ status, fields: problem.errors?.map((each) => each.field) }).toMatchObject({
      status: 422,
      fields: expect.arrayContaining([field]),
    })
  })

  test('is the admin’s and the head’s of that office', async () => {
    const other = plh({ for: id('kadispu'), agency: 'dpu-ckpp', holder: id('dpuckpp') })
    for (const name of ['verifikator', 'supervisor', 'warga'])
      expect(await house.postAs(name, '/api/mandates', other)).toMatchObject({ status: 403 })
    expect(await house.postAs('kadis', '/api/mandates', other)).toMatchObject({ status: 403 })
    expect(await house.postAs('kadispu', '/api/mandates', other)).toMatchObject({ status: 201 })
    const rows = (await house.getAs('kadispu', '/api/mandates')).json as MandateRow[]
    expect(rows.map(({ agency }) => agency)).toEqual(['dpu-ckpp'])
  })
})

describe('who stands in for the verifier', () => {
  const forVerifier = (changes: object) =>
    plh({ for: id('verifikator'), role: 'verifier', position: 'Verifikator', ...changes })

  test('is offered tasks and given them, those of the letter’s services alone, until it ends', async () => {
    const { number } = await house.file('sip-bidan')
    const task = `/api/tasks/${number}:kelengkapan`
    const candidates = async () => {
      const rows = (await house.getAs('supervisor', `${task}/candidates`)).json as z.infer<typeof Candidate>[]
      return rows.map(({ name, role }) => `${name} ${role}`).sort()
    }
    const give = async (changes: object) => {
      const answer = await house.postAs('admin', '/api/mandates', forVerifier(changes))
      expect(answer.status, answer.text).toBe(201)
      return (answer.json as MandateRow).id
    }
    const end = (mandate: string) => house.postAs('admin', `/api/mandates/${mandate}/end`, { reason: 'selesai' })

    const inbox = async () => {
      const rows = (await house.get('/api/tasks', await afresh('kabid'))).json as TaskRow[]
      return rows.filter((row) => row.number === number).map(({ actions }) => actions)
    }
    const elsewhere = await give({ services: ['ak-1'] })
    expect(await inbox()).toEqual([])
    expect(await candidates()).toEqual(['Bagus Prasetyo verifier'])
    await end(elsewhere)
    const here = await give({ services: ['sip-bidan'] })
    expect(await inbox()).toEqual([['claim', 'decide']])
    expect(await candidates()).toEqual(['Bagus Prasetyo verifier', 'Hariyanto, S.Sos. verifier'])
    const given = await house.postAs('supervisor', `${task}/assign`, { officer: id('kabid') })
    expect(given.json, given.text).toMatchObject({ assignee: { name: 'Hariyanto, S.Sos.' } })
    await end(here)
    expect(await candidates()).toEqual(['Bagus Prasetyo verifier'])
  })
})

describe('who has left', () => {
  test('does nothing by a mandate any more, and is offered nothing', async () => {
    const { number } = await house.file('sip-bidan')
    const task = `/api/tasks/${number}:kelengkapan`
    const body = plh({ holder: id('teknis'), for: id('verifikator'), role: 'verifier', position: 'Verifikator' })
    const given = await house.postAs('admin', '/api/mandates', body)
    expect(given.status, given.text).toBe(201)
    const candidates = async () => {
      const rows = (await house.getAs('supervisor', `${task}/candidates`)).json as z.infer<typeof Candidate>[]
      return rows.map((row) => row.id)
    }
    expect((await house.get(task, await afresh('teknis'))).status).toBe(200)
    expect(await candidates()).toContain(id('teknis'))
    const theirs = { account: id('teknis'), until: null }
    const [seat] = await house.inside(() => Membership.find(theirs).lean())
    await house.inside(() => Membership.updateMany(theirs, { $set: { until: new Date() } }))
    const me = (await house.get('/api/me', await afresh('teknis'))).json as Me
    expect(me).toMatchObject({ memberships: [], mandates: [] })
    expect((await house.get(task, await afresh('teknis'))).status).toBe(403)
    expect(await candidates()).not.toContain(id('teknis'))
    await house.inside(() => Membership.updateOne({ _id: seat?._id }, { $set: { until: null } }))
    await house.postAs('admin', `/api/mandates/${(given.json as MandateRow).id}/end`, { reason: 'selesai' })
  })
})

describe('who stands in at the counter', () => {
  const atCounter = { by: 'kabid', channel: 'counter', applicant: farmer, proxy: consent }
  const forCounter = (changes: object) =>
    plh({ for: id('loket'), role: 'counter', position: 'Petugas Loket', ...changes })

  test('files there, at the point where its officer serves, for the services of the letter', async () => {
    const body = await house.ready('sip-bidan', atCounter)
    const file = async () => house.post('/api/applications', { ...(await afresh('kabid')), body })
    expect((await file()).status).toBe(403)
    const some = await house.postAs('admin', '/api/mandates', forCounter({ services: ['ak-1'] }))
    expect(some.status, some.text).toBe(201)
    expect((await file()).status).toBe(403)
    await house.postAs('admin', `/api/mandates/${(some.json as MandateRow).id}/end`, { reason: 'Surat baru' })
    await house.postAs('admin', '/api/mandates', forCounter({ services: ['sip-bidan'] }))
    const filed = await file()
    expect(filed.status, filed.text).toBe(201)
    expect(await house.read((filed.json as { id: string }).id)).toMatchObject({
      channel: 'counter',
      servicePoint: 'mpp-banyuwangi',
    })
  })
})
