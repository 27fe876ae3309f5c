import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationReceipt } from '../../contracts/applications.ts'
import type { Verification } from '../../contracts/documents.ts'
import type { TrackedApplication } from '../../contracts/track.ts'
import { type CaseApiHouse, openCaseApiHouse, signed } from '../api/case-api-house.ts'
import { pdf } from '../api/sample-files.ts'
import { poppler } from '../setup/poppler.ts'

let house: CaseApiHouse

beforeAll(async () => {
  house = await openCaseApiHouse()
})
afterAll(() => house.close())

/** The public story of a case, by number and code alone. */
async function track({ number, trackingCode }: ApplicationReceipt): Promise<TrackedApplication> {
  const answer = await house.post('/api/track', { body: { number, code: trackingCode }, key: null })
  expect(answer.status, answer.text).toBe(200)
  return answer.json as TrackedApplication
}

/** Downloads the document and lets another program judge its signature. */
async function signatureOf(
  name: string,
  receipt: ApplicationReceipt,
): Promise<{ report: string; text: string; id: string }> {
  const { documents } = await house.detail(name, receipt.id)
  const [document] = documents
  const response = await fetch(house.url + document?.file, {
    headers: { Authorization: `Bearer ${await house.as(name)}` },
  })
  expect(response.headers.get('content-type')).toBe('application/pdf')
  const file = join(await mkdtemp(join(tmpdir(), 'lontar-service-')), 'dokumen.pdf')
  await writeFile(file, Buffer.from(await response.arrayBuffer()))
  return {
    report: await poppler('pdfsig', '-nocert', file),
    text: await poppler('pdftotext', '-layout', file, '-'),
    id: document?.id ?? '',
  }
}

describe('sip-bidan, a licence of the regency', () => {
  test('goes from desk to desk to a signed document that anyone can verify', async () => {
    const receipt = await house.file('sip-bidan')
    expect(await track(receipt)).toMatchObject({ status: 'received', waitingOn: { kind: 'office' } })
    await house.walk(receipt, [
      ['verifikator', 'kelengkapan'],
      ['verifikator', 'verifikasi'],
    ])
    const waiting = await track(receipt)
    expect(waiting.waitingOn.who.id).toContain('Dinas Kesehatan')
    expect(waiting.term).toMatchObject({ unit: 'working-days', amount: 5, state: 'running' })
    await house.walk(receipt, [
      ['teknis', 'rekomendasi'],
      ['kabid', 'validasi'],
      ['kadis', 'tanda-tangan', signed],
    ])
    const { report, text, id } = await signatureOf('warga', receipt)
    expect(report).toContain('Signature is Valid')
    expect(text).toContain('SRI RAHAYU NINGTYAS')
    expect(text).toContain('CONTOH')
    const verification = (await house.get(`/api/verify/${id}`)).json as Verification
    expect(verification).toMatchObject({ state: 'valid', legallyBinding: false, signature: { intact: true } })
    expect(JSON.stringify(verification)).not.toContain('Ningtyas')
    expect(await track(receipt)).toMatchObject({ status: 'approved', documents: [{ kind: 'approval' }] })
  })
})

describe('sktm, a letter of the village', () => {
  test('is filed by the operator for a farmer without phone or account, and signed by the village head within minutes', async () => {
    const receipt = await house.file('sktm')
    const detail = await house.detail('desa', receipt.id)
    expect(detail).toMatchObject({ proxy: { consent: true, manner: 'thumbprint' }, channel: 'village' })
    expect(detail.clocks.map(({ unit }) => unit)).toContain('working-minutes')
    const slip = await fetch(`${house.url}/api/applications/${receipt.id}/slip?size=large`, {
      headers: { Authorization: `Bearer ${await house.as('desa')}` },
    })
    expect(slip.headers.get('content-type')).toBe('application/pdf')
    await house.walk(receipt, [['kades', 'tanda-tangan', signed]])
    const { report, text } = await signatureOf('desa', receipt)
    expect(report).toContain('Signature is Valid')
    expect(text.toUpperCase()).toContain('SLAMET RIYADI')
    expect(await track(receipt)).toMatchObject({ status: 'approved' })
  })
})

describe('ak-1, a card at one counter', () => {
  test('takes one decision, and is sealed by its agency', async () => {
    const receipt = await house.file('ak-1')
    await house.walk(receipt, [['disnaker', 'pemeriksaan']])
    await house.until(receipt.id, { status: 'approved' })
    const { report } = await signatureOf('warga', receipt)
    expect(report).toContain('Signature is Valid')
  })
})

describe('akta-kelahiran, of which SIAK is the owner', () => {
  test('keeps the number and document that the population officer brings back, and makes none', async () => {
    const receipt = await house.file('akta-kelahiran')
    await house.walk(receipt, [['dukcapil', 'verifikasi']])
    const file = await house.upload('dukcapil', pdf, 'application/pdf', 'akta.pdf')
    const number = '3510-LU-22112026-0001'
    await house.walk(receipt, [['dukcapil', 'pencatatan', { decision: 'approve', data: { number, file } }]])
    const { documents, status } = await house.detail('warga', receipt.id)
    expect(status).toBe('approved')
    expect(documents).toMatchObject([{ kind: 'external', number, verifyUrl: null }])
    expect((await house.get(`/api/verify/${documents[0]?.id}`)).status).toBe(404)
  })
})

describe('a rejection', () => {
  test('is a signed letter with its reason', async () => {
    const receipt = await house.file('sip-bidan')
    await house.walk(receipt, [
      ['verifikator', 'kelengkapan'],
      ['verifikator', 'verifikasi', { decision: 'reject', note: 'STR tidak terdaftar atas nama pemohon.' }],
      ['kadis', 'rejection-tanda-tangan-penolakan', signed],
    ])
    const { report, text } = await signatureOf('warga', receipt)
    expect(report).toContain('Signature is Valid')
    expect(text).toContain('STR tidak terdaftar')
    expect(await track(receipt)).toMatchObject({ status: 'rejected' })
  })
})
