import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IssuedDocument, Verification } from '../../contracts/documents.ts'
import { IssuedDocument as Document } from '../../models/case/document.ts'
import { type CaseApiHouse, farmer, openCaseApiHouse, signed } from './case-api-house.ts'
import { pdf } from './sample-files.ts'

let house: CaseApiHouse
let letter: IssuedDocument

beforeAll(async () => {
  house = await openCaseApiHouse()
  const receipt = await house.file('sktm')
  await house.walk(receipt, [['kades', 'tanda-tangan', signed]])
  const [document] = (await house.detail('desa', receipt.id)).documents
  if (!document) throw new Error('no letter was issued')
  letter = document
})
afterAll(() => house.close())

const change = (set: object) => house.inside(() => Document.updateOne({ _id: letter.id }, { $set: set }))
const verification = async () => (await house.get(`/api/verify/${letter.id}`)).json as Verification

describe('an issued document', () => {
  test('is shown to whoever may see its case, with its file', async () => {
    const shown = await house.getAs('kades', `/api/documents/${letter.id}`)
    expect(shown.json).toMatchObject({ id: letter.id, kind: 'approval', file: `/api/documents/${letter.id}/file` })
    const file = await fetch(`${house.url}${letter.file}`, {
      headers: { Authorization: `Bearer ${await house.as('kades')}` },
    })
    const bytes = new Uint8Array(await file.arrayBuffer())
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[A-Za-z0-9.-]+\.pdf"$/)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe((await verification()).digest)
  })

  test('is nobody else’s', async () => {
    expect((await house.getAs('warga', `/api/documents/${letter.id}`)).status).toBe(404)
    expect((await house.getAs('kadis', `/api/documents/${letter.id}/file`)).status).toBe(404)
    expect((await house.get(`/api/documents/${letter.id}`)).status).toBe(401)
  })
})

describe('public verification', () => {
  test('says what was issued, by whom, for whose initials', async () => {
    const answer = await house.get(`/api/verify/${letter.id}`)
    expect(answer.status, answer.text).toBe(200)
    expect(answer.json).toMatchObject({
      id: letter.id,
      state: 'valid',
      legallyBinding: false,
      number: letter.number,
      agency: 'Pemerintah Desa Rogojampi',
      holder: 'S. R.',
      basis: null,
      signature: { by: 'Suparman', provider: 'local-ca', intact: true, serial: expect.any(String) },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(answer.text).not.toContain(farmer.name)
    expect(answer.text).not.toContain(farmer.nik)
  })

  test('counts validity from its dates whenever it is asked', async () => {
    const { validUntil } = await verification()
    await change({ validUntil: new Date(Date.now() - 1_000) })
    expect((await verification()).state).toBe('expired')
    await change({ validUntil, issuedAt: new Date(Date.now() + 60_000) })
    expect((await verification()).state).toBe('not-yet-issued')
    await change({ issuedAt: new Date() })
  })

  test('tells bytes that are not those that were signed', async () => {
    const [other] = await house.inside(async () => {
      const kept = await Document.findById(letter.id).select('+signed').orFail().lean()
      const { signed: bytes } = kept
      if (!bytes) throw new Error('no signed bytes')
      const tampered = Buffer.from(Buffer.isBuffer(bytes) ? bytes : (bytes as { buffer: Uint8Array }).buffer)
      tampered[200] = (tampered[200] ?? 0) ^ 1
      return Document.insertMany([{ ...kept, _id: 'tampered', key: 'tampered', signed: tampered }])
    })
    const answer = await house.get(`/api/verify/${other?._id}`)
    expect(answer.json).toMatchObject({ signature: { intact: false } })
  })

  test('does not speak for other systems, nor of what is not there', async () => {
    const receipt = await house.file('akta-kelahiran')
    const file = await house.upload('dukcapil', pdf, 'application/pdf', 'akta.pdf')
    const data = { number: '3510-LT-30102026-0002', file }
    await house.walk(receipt, [
      ['dukcapil', 'verifikasi'],
      ['dukcapil', 'pencatatan', { decision: 'approve', data }],
    ])
    const [certificate] = (await house.detail('warga', receipt.id)).documents
    const answer = await house.get(`/api/verify/${certificate?.id}`)
    expect(answer).toMatchObject({
      status: 404,
      problem: { code: 'verified-elsewhere', detail: expect.stringContaining('SIAK') },
    })
    expect((await house.get('/api/verify/nothing')).problem.code).toBe('not-found')
  })
})
