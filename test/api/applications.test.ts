import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  ApplicationDetail,
  ApplicationReceipt,
  ApplicationRow,
  TimelineEntry,
} from '../../contracts/applications.ts'
import { type CaseApiHouse, citizen, consent, farmer, openCaseApiHouse } from './case-api-house.ts'
import { pdf } from './sample-files.ts'

let house: CaseApiHouse

beforeAll(async () => {
  house = await openCaseApiHouse()
})
afterAll(() => house.close())

const errorsOf = (answer: { problem: { errors?: { field: string; code?: string }[] } }) =>
  Object.fromEntries((answer.problem.errors ?? []).map(({ field, code }) => [field, code]))

describe('filing', () => {
  test('what is stored is accepted, and the case goes to its first desk', async () => {
    const answer = await house.postAs('warga', '/api/applications', await house.ready('sip-bidan'))
    expect(answer.status, answer.text).toBe(201)
    const receipt = answer.json as ApplicationReceipt
    expect(receipt).toMatchObject({ number: expect.stringMatching(/^BWI-\d{4}-\d{6,}$/), status: 'received' })
    expect(receipt.trackingCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    const kept = await house.until(receipt.id, { waiting: { kind: 'office', step: 'kelengkapan' } })
    expect(kept).toMatchObject({ agencies: ['dpmptsp', 'dinkes'], village: null, channel: 'portal' })
    expect(kept.applicant).toMatchObject({ name: citizen.name, village: citizen.village, email: 'warga@demo.test' })
  })

  test('the same key is the same filing, and another content under it is refused', async () => {
    const body = await house.ready('ak-1')
    const key = randomUUID()
    const first = await house.postAs('warga', '/api/applications', body, { key })
    const again = await house.postAs('warga', '/api/applications', body, { key })
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.json).toEqual({ ...(first.json as object), status: expect.any(String) })
    const other = await house.postAs('warga', '/api/applications', { ...body, service: 'sip-bidan' }, { key })
    expect(other).toMatchObject({ status: 422, problem: { code: 'idempotency-key-reused' } })
  })

  test('two at the same moment under one key are one filing', async () => {
    const body = await house.ready('ak-1')
    const key = randomUUID()
    const both = await Promise.all([1, 2].map(() => house.postAs('warga', '/api/applications', body, { key })))
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    const [one, two] = both.map(({ json }) => (json as ApplicationReceipt).id)
    expect(one).toBe(two)
  })

  test('a village operator files for a farmer, whose consent is recorded', async () => {
    const { id } = await house.file('sktm')
    const kept = await house.read(id)
    expect(kept).toMatchObject({
      channel: 'village',
      village: farmer.village,
      proxy: consent,
      applicant: { account: null, name: farmer.name },
      waiting: { kind: 'office', role: 'village-head' },
    })
  })
})

describe('what is refused, in plain words and with the field', () => {
  test.each([
    ['a NIK that cannot be', { applicant: { ...citizen, nik: '3510139908910001' } }, 'applicant.nik', 'implausible'],
    ['somebody else’s NIK', { applicant: { ...citizen, nik: farmer.nik } }, 'applicant.nik', 'not-your-own'],
    ['a channel the service does not take', { channel: 'kiosk' }, 'channel', 'not-offered'],
    ['a service there is not', { service: 'sip-dukun' }, 'service', 'unknown-service'],
    ['a proxy at home', { proxy: consent }, 'proxy', 'not-for-this-channel'],
    ['a point there is not', { servicePoint: 'bulan' }, 'servicePoint', 'unknown-service-point'],
    [
      'a village there is not',
      { applicant: { ...citizen, village: '35.10.99.9999' } },
      'applicant.village',
      'unknown-village',
    ],
  ])('%s', async (_, changes, field, code) => {
    const answer = await house.postAs('warga', '/api/applications', await house.ready('sip-bidan', changes))
    expect(answer.status, answer.text).toBe(422)
    expect(errorsOf(answer)).toEqual({ [field]: code })
  })

  test('a village letter of another regency’s village', async () => {
    const elsewhere = {
      by: 'warga',
      channel: 'portal',
      proxy: undefined,
      applicant: { ...citizen, village: '35.09.01.2001' },
    }
    const answer = await house.postAs('warga', '/api/applications', await house.ready('sktm', elsewhere))
    expect(answer.status, answer.text).toBe(422)
    expect(errorsOf(answer)).toEqual({ 'applicant.village': 'not-in-this-regency' })
  })

  test('an unknown field and a malformed NIK are told before anything else', async () => {
    const body = { ...(await house.ready('sip-bidan')), warna: 'biru', applicant: { ...citizen, nik: '123' } }
    const answer = await house.postAs('warga', '/api/applications', body)
    expect(answer.status).toBe(400)
    expect(Object.keys(errorsOf(answer)).sort()).toEqual(['applicant.nik', 'warna'])
    expect(answer.text).not.toContain('"123"')
  })

  test('all wrong answers and documents at once, in the asked language', async () => {
    const body = await house.ready('sip-bidan')
    const file = await house.upload('warga', pdf, 'application/pdf', 'foto.pdf')
    const other = await house.upload('verifikator')
    const wrong = {
      ...body,
      answers: { ...(body.answers as object), nomorStr: 'x', jenisStr: 'berjangka', warna: 'biru' },
      documents: [
        { code: 'foto', file },
        { code: 'ktp', file: other },
        { code: 'paspor', file },
      ],
    }
    const answer = await house.postAs('warga', '/api/applications', wrong, { language: 'en' })
    expect(answer.status, answer.text).toBe(422)
    expect(errorsOf(answer)).toMatchObject({
      'answers.nomorStr': 'minLength',
      'answers.strBerlakuSampai': 'required',
      'answers.warna': 'unknown',
      'documents.foto': 'file-type',
      'documents.ktp': 'file-unknown',
      'documents.2.code': 'unknown-document',
      'documents.str': 'required',
      'documents.surat-tempat-praktik': 'required',
    })
    const photo = answer.problem.errors?.find(({ field }) => field === 'documents.foto')
    expect(photo?.message).toBe('Photograph on a red background: must be JPEG, PNG, WebP.')
  })

  test('a file that another application has', async () => {
    const body = await house.ready('ak-1')
    expect((await house.postAs('warga', '/api/applications', body)).status).toBe(201)
    const answer = await house.postAs('warga', '/api/applications', body)
    expect(answer.status).toBe(422)
    expect(errorsOf(answer)).toMatchObject({ 'documents.ktp': 'file-unknown' })
  })

  test('filing for somebody without their consent, or for another village', async () => {
    const noConsent = await house.postAs('desa', '/api/applications', await house.ready('sktm', { proxy: undefined }))
    expect(errorsOf(noConsent)).toEqual({ proxy: 'required' })
    const elsewhere = { applicant: { ...farmer, village: '35.10.14.2001' } }
    const other = await house.postAs('desa', '/api/applications', await house.ready('sktm', elsewhere))
    expect(errorsOf(other)).toEqual({ 'applicant.village': 'not-your-village' })
  })
})

describe('the page of a case', () => {
  test('shows the applicant their own numbers, and officers masked ones', async () => {
    const { id } = await house.file('akta-kelahiran')
    const own = await house.detail('warga', id)
    expect(own).toMatchObject({
      applicant: { nik: citizen.nik },
      answers: { nikIbu: '3510134506950001' },
      actions: ['withdraw'],
      waitingOn: { kind: 'office', who: { id: expect.stringContaining('Kependudukan') } },
    })
    expect(own.form.pages.length).toBeGreaterThan(1)
    expect(own.attachments.map(({ code }) => code)).toContain('f-2-01')
    const officer = await house.detail('dukcapil', id)
    expect(officer).toMatchObject({
      applicant: { nik: '3510**********01' },
      applicantNik: '3510**********01',
      answers: { nikIbu: '3510**********01', saksi: [{ nik: '3510**********01' }, { nik: '3510**********02' }] },
      actions: expect.arrayContaining(['claim', 'decide', 'skip']),
    })
    expect(JSON.stringify(officer)).not.toContain('3510134506950001')
  })

  test('unmasking needs a purpose and is kept in the audit chain', async () => {
    const { id } = await house.file('akta-kelahiran')
    const path = `/api/applications/${id}/unmask`
    expect((await house.postAs('dukcapil', path, {})).status).toBe(400)
    const answer = await house.postAs('dukcapil', path, { purpose: 'Mencocokkan dengan KK' })
    expect(answer.json).toMatchObject({ nik: citizen.nik, answers: { 'saksi.1.nik': '3510134303820002' } })
    expect((await house.postAs('supervisor', path, { purpose: 'Ingin tahu saja' })).status).not.toBe(200)
  })

  test('the slip is a PDF in large print', async () => {
    const { id } = await house.file('sktm')
    const answer = await house.getAs('desa', `/api/applications/${id}/slip?size=large`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('application/pdf')
    expect(answer.text.startsWith('%PDF-')).toBe(true)
    expect((await house.getAs('desa', `/api/applications/${id}/slip?size=tiny`)).status).toBe(400)
  })
})

describe('the list', () => {
  test('is one’s own for a citizen, the office’s for an officer, and is filtered', async () => {
    const { id, number } = await house.file('akta-kelahiran')
    const mine = await house.getAs('warga', '/api/applications')
    expect(mine.headers.get('content-range')).toMatch(/^applications 0-\d+\/\d+$/)
    expect((mine.json as ApplicationRow[])[0]).toMatchObject({ id, number, applicantNik: '3510**********01' })
    const office = (await house.getAs('dukcapil', '/api/applications')).json as ApplicationRow[]
    expect(new Set(office.map(({ service }) => service))).toEqual(new Set(['akta-kelahiran']))
    const query = new URLSearchParams({ filter: JSON.stringify({ q: number.toLowerCase(), status: 'received' }) })
    const found = (await house.getAs('admin', `/api/applications?${query}`)).json as ApplicationRow[]
    expect(found.map((row) => row.id)).toEqual([id])
    const odd = new URLSearchParams({ filter: JSON.stringify({ nik: citizen.nik }) })
    expect((await house.getAs('admin', `/api/applications?${odd}`)).status).toBe(400)
  })
})

describe('returned and corrected', () => {
  const deficiencies = [
    { target: 'document', name: 'str', message: 'STR tidak terbaca' },
    { target: 'field', name: 'nomorStr', message: 'Nomor tidak sama dengan STR' },
  ]

  test('the citizen reads what is missing, corrects it once, and the clock stood still meanwhile', async () => {
    const { id, number } = await house.file('sip-bidan')
    await house.walk({ number }, [
      ['verifikator', 'kelengkapan', { decision: 'return', note: 'Mohon unggah ulang', deficiencies }],
    ])
    const returned = await house.detail('warga', id)
    expect(returned).toMatchObject({
      status: 'returned',
      correction: { note: 'Mohon unggah ulang', deficiencies },
      waitingOn: { kind: 'applicant' },
      actions: expect.arrayContaining(['correct', 'withdraw']),
      clocks: [{ state: 'paused', dueAt: null, pauses: [{ until: null, by: 'Petugas' }] }],
    })
    const fresh = await house.upload('warga')
    const documents = returned.attachments.map(({ code, file }) => ({ code, file: code === 'str' ? fresh : file.id }))
    const body = { answers: { ...returned.answers, nomorStr: 'AB00000123456789' }, documents, note: 'Sudah diganti' }
    const key = randomUUID()
    const first = await house.postAs('warga', `/api/applications/${id}/correct`, body, { key })
    expect(first.status, first.text).toBe(200)
    expect(first.json).toMatchObject({
      status: 'received',
      answers: { nomorStr: 'AB00000123456789' },
      correction: null,
      clocks: [{ state: 'running' }],
    })
    const again = await house.postAs('warga', `/api/applications/${id}/correct`, body, { key })
    expect(again.status, again.text).toBe(200)
    const reused = await house.postAs('warga', `/api/applications/${id}/correct`, { ...body, note: 'Lain' }, { key })
    expect(reused).toMatchObject({ status: 422, problem: { code: 'idempotency-key-reused' } })
    const late = await house.postAs('warga', `/api/applications/${id}/correct`, body)
    expect(late).toMatchObject({ status: 409, problem: { code: 'not-returned' } })
    const lines = (await house.getAs('warga', `/api/applications/${id}/timeline`)).json as TimelineEntry[]
    expect(lines.filter(({ type }) => type === 'corrected')).toHaveLength(1)
  })

  test('a correction is checked as a filing is', async () => {
    const { id, number } = await house.file('sip-bidan')
    await house.walk({ number }, [['verifikator', 'kelengkapan', { decision: 'return', deficiencies }]])
    const { answers, attachments } = await house.detail('warga', id)
    const documents = attachments.map(({ code, file }) => ({ code, file: file.id })).slice(1)
    const body = { answers: { ...answers, tanggalLahir: '2999-01-01' }, documents }
    const answer = await house.postAs('warga', `/api/applications/${id}/correct`, body)
    expect(answer.status).toBe(422)
    expect(errorsOf(answer)).toMatchObject({ 'answers.tanggalLahir': 'bounds', 'documents.ktp': 'required' })
    expect((await house.read(id)).status).toBe('returned')
  })

  test('the story is told in the asked language, with officers named only among officers', async () => {
    const { id, number } = await house.file('sip-bidan')
    await house.walk({ number }, [
      ['verifikator', 'kelengkapan', { decision: 'approve', note: 'Catatan untuk sejawat' }],
      ['verifikator', 'verifikasi', { decision: 'return', note: 'Mohon lengkapi', deficiencies }],
    ])
    const path = `/api/applications/${id}/timeline`
    const own = (await house.getAs('warga', path, 'en')).json as TimelineEntry[]
    const decided = own.filter(({ type }) => type === 'task-decided')
    expect(decided).toMatchObject([
      { actor: { kind: 'officer', name: 'Officer' }, note: null, decision: 'approve' },
      { text: 'Verification: returned to the applicant for correction.', note: 'Mohon lengkapi', deficiencies },
    ])
    const officer = (await house.getAs('kabid', path)).json as TimelineEntry[]
    expect(officer.find(({ type }) => type === 'task-decided')).toMatchObject({
      actor: { name: 'Bagus Prasetyo' },
      note: 'Catatan untuk sejawat',
      text: 'Pemeriksaan kelengkapan: disetujui.',
    })
    expect(officer.map(({ seq }) => seq)).toEqual(officer.map((_, index) => index + 1))
    expect(officer.every(({ hash, text }) => /^[0-9a-f]{64}$/.test(hash) && text.length > 5)).toBe(true)
  })
})

describe('withdrawal', () => {
  test('closes the case, and the same key answers the same afterwards', async () => {
    const { id } = await house.file('ak-1')
    const key = randomUUID()
    const path = `/api/applications/${id}/withdraw`
    const first = await house.postAs('warga', path, { reason: 'Sudah bekerja' }, { key })
    expect(first.status, first.text).toBe(200)
    const outcome = { kind: 'withdrawn', reason: 'Sudah bekerja' }
    expect(first.json).toMatchObject({ status: 'withdrawn', outcome, actions: [], waitingOn: { kind: 'nobody' } })
    const again = await house.postAs('warga', path, { reason: 'Sudah bekerja' }, { key })
    expect(again.status).toBe(200)
    expect((again.json as ApplicationDetail).outcome).toMatchObject(outcome)
    const late = await house.postAs('warga', path, { reason: 'Sekali lagi' })
    expect(late).toMatchObject({ status: 409, problem: { code: 'case-closed' } })
  })
})
