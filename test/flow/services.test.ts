import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ApplicationReceipt } from '../../contracts/applications.ts'
import type { Verification } from '../../contracts/documents.ts'
import type { TrackedApplication } from '../../contracts/track.ts'
import { startSimulator } from '../../integrations/payment/simulator/simulator.ts'
import { type CaseApiHouse, citizen, openCaseApiHouse, signed } from '../api/case-api-house.ts'
import { pdf } from '../api/sample-files.ts'
import { simulatedOss, simulatedSimbg, webhookKey } from '../integrations/outside/simulated.ts'
import { poppler } from '../setup/poppler.ts'

let house: CaseApiHouse
let oss: Awaited<ReturnType<typeof simulatedOss>>
let simbg: Awaited<ReturnType<typeof simulatedSimbg>>

const serverKey = 'SB-Mid-server-services'
let gateway: Awaited<ReturnType<typeof startSimulator>>

beforeAll(async () => {
  oss = await simulatedOss()
  simbg = await simulatedSimbg()
  gateway = await startSimulator({ serverKey, notifyUrl: null })
  house = await openCaseApiHouse({
    env: {
      PAYMENT_URL: gateway.url,
      PAYMENT_SERVER_KEY: serverKey,
      OSS_URL: oss.settings.url,
      OSS_USER_KEY: oss.settings.userKey,
      OSS_WEBHOOK_KEY: webhookKey,
      SIMBG_URL: simbg.settings.url,
      SIMBG_KEY: simbg.settings.key,
      SIMBG_WEBHOOK_KEY: webhookKey,
    },
  })
  gateway.notifyAt(`${house.url}/api/payments/notifications`)
  oss.oss.options.webhook.url = `${house.url}/api/outside/oss/receiveNIB`
  simbg.simbg.options.webhook = { url: `${house.url}/api/outside/simbg/news`, key: webhookKey }
})
afterAll(async () => {
  await house.close()
  await Promise.all([oss.close(), simbg.close(), gateway.close()])
})

/** What each agency answers to what it is asked about a building. */
const agreed = {
  building: { decision: 'agree', answers: { sesuaiSempadan: true, strukturMemadai: true, kdbPersen: 55 } },
  environment: { decision: 'agree', answers: { dokumenLingkungan: 'sppl', resapanAda: true } },
  traffic: { decision: 'agree', answers: { bangkitan: 'rendah', aksesAman: true } },
}

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

describe('pbg, which SIMBG issues', () => {
  test('is judged by three agencies, stated, paid for, and brought back with its number', async () => {
    const receipt = await house.file('pbg')
    await house.walk(receipt, [
      ['verifikator', 'kelengkapan'],
      ['dlh', 'penilaian-teknis.lingkungan', agreed.environment],
      ['dishub', 'penilaian-teknis.lalu-lintas', agreed.traffic],
    ])
    expect(await house.read(receipt.id), 'the seat with a veto is waited for').toMatchObject({
      waiting: { step: 'penilaian-teknis', agency: 'dpu-ckpp' },
    })
    await house.walk(receipt, [
      ['dpuckpp', 'penilaian-teknis.bangunan', agreed.building],
      ['kadispu', 'pernyataan-teknis', signed],
    ])
    const billed = await house.until(receipt.id, { waiting: { kind: 'payment' } })
    const [bill] = Object.values(billed.state.bills ?? {})
    await vi.waitFor(async () => {
      const [asked] = (await house.detail('warga', receipt.id)).bills
      expect(asked?.ways).toHaveLength(2)
    }, 20_000)
    await gateway.pay(`${bill?.id}-va-1`)
    await house.until(receipt.id, { waiting: { kind: 'outside', system: 'simbg' } })
    const filed = await vi.waitFor(() => {
      const found = simbg.simbg.filed.find(({ permohonan }) => permohonan.nomor_permohonan === receipt.number)
      expect(found).toMatchObject({ levy: bill?.amount, permohonan: { berkas: { length: 4 } } })
      return found
    }, 20_000)
    const { waitingOn, clocks } = await house.detail('warga', receipt.id)
    expect(waitingOn).toMatchObject({ kind: 'outside', who: { id: 'SIMBG' } })
    expect(clocks.find(({ id }) => id === 'term')).toMatchObject({ state: 'paused' })
    if (filed) simbg.simbg.issue(filed, new Date('2026-11-28T03:00:00Z'))
    expect(filed && (await simbg.simbg.tell(filed))).toBe(202)
    await house.until(receipt.id, { status: 'approved' })
    const { documents } = await house.detail('warga', receipt.id)
    expect(documents).toMatchObject([
      { kind: 'report', code: 'pernyataan-teknis' },
      { kind: 'external', code: 'pbg', number: filed?.keadaan.nomor_pbg },
    ])
    const correction = { answers: { luasTanah: 141 }, reason: 'Salah ketik pada luas tanah.' }
    const amended = await house.postAs('kabid', `/api/applications/${receipt.id}/amend`, correction)
    expect(amended, 'what SIMBG issued is put right there').toMatchObject({
      status: 409,
      problem: { code: 'not-allowed-now' },
    })
  })

  test('ends by an objection of the agency that may veto', async () => {
    const receipt = await house.file('pbg')
    await house.walk(receipt, [
      ['verifikator', 'kelengkapan'],
      [
        'dpuckpp',
        'penilaian-teknis.bangunan',
        { ...agreed.building, decision: 'object', note: 'Melanggar garis sempadan.' },
      ],
      ['kadis', 'rejection-tanda-tangan-penolakan', signed],
    ])
    expect(await track(receipt)).toMatchObject({ status: 'rejected' })
  })
})

describe('nib-perorangan, which OSS issues', () => {
  test('is filed with an officer’s help and comes back by itself', async () => {
    const receipt = await house.file('nib-perorangan')
    await house.walk(receipt, [['loket', 'pengisian-gerai']])
    await house.until(receipt.id, { waiting: { kind: 'outside', system: 'oss' } })
    const on = new Date('2026-11-28T03:00:00Z')
    const issued = oss.oss.issue({ nik: citizen.nik, name: citizen.name, kbli: ['56102'], on })
    expect((await oss.oss.push(issued)).status).toBe(200)
    await house.until(receipt.id, { status: 'approved' })
    expect(await track(receipt)).toMatchObject({ documents: [{ kind: 'external', number: issued.nib.nib }] })
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
