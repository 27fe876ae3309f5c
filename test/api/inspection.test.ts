import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationReceipt } from '../../contracts/applications.ts'
import type { TaskDetail } from '../../contracts/tasks.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { signedBytes } from '../../models/case/signed-bytes.ts'
import { textOf } from '../documents/pdf-reading.ts'
import { type CaseApiHouse, citizen, openCaseApiHouse, passphrase, signed } from './case-api-house.ts'
import { jpeg } from './sample-files.ts'

let house: CaseApiHouse

beforeAll(async () => {
  house = await openCaseApiHouse()
})
afterAll(() => house.close())

const answers = {
  nib: '1234567890123',
  namaUsaha: 'Warung Bu Sri',
  jenisUsaha: 'rumah-makan',
  alamatUsaha: 'Jalan Raya Rogojampi 12',
  desaUsaha: '35.10.13.2013',
  penjamah: 4,
}
const found = {
  lokasi: true,
  airBersih: true,
  cuciTangan: true,
  penyimpanan: false,
  suhuPendingin: 4,
  penjamahSehat: true,
  limbah: 'baik',
}
const tested = { eColi: 0, tanggalUji: '2026-11-02', nomorHasil: 'LAB/2026/17' }

async function atTheSpot(): Promise<ApplicationReceipt> {
  const file = await house.upload('warga')
  const documents = ['ktp', 'nib', 'denah'].map((code) => ({ code, file }))
  const body = { service: 'slhs', applicant: citizen, channel: 'portal', answers, documents }
  const filed = await house.postAs('warga', '/api/applications', body)
  expect(filed.status, filed.text).toBe(201)
  const receipt = filed.json as ApplicationReceipt
  await house.until(receipt.id, { waiting: { step: 'kelengkapan' } })
  await house.walk(receipt, [['verifikator', 'kelengkapan']])
  return receipt
}

const inspection = ({ number }: ApplicationReceipt) => `${number}:inspeksi`
const laboratory = ({ number }: ApplicationReceipt) => `${number}:laboratorium.labkesda`
const act = (name: string, task: string, what: string, body: object = {}) =>
  house.postAs(name, `/api/tasks/${encodeURIComponent(task)}/${what}`, body)

/** The first hour from tomorrow that the office's calendar allows. */
async function makeAppointment(task: string): Promise<void> {
  for (let hour = 24; hour < 24 * 12; hour += 1) {
    const at = new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + hour * 3_600_000).toISOString()
    const { status, problem } = await act('teknis', task, 'schedule', { at, note: 'Mohon siapkan dapurnya.' })
    if (status === 200) return
    expect(problem).toMatchObject({ errors: [{ field: 'at', code: 'outside-hours' }] })
  }
  throw new Error('no working hour in twelve days')
}

async function arrived(receipt: ApplicationReceipt): Promise<string> {
  const task = inspection(receipt)
  await makeAppointment(task)
  expect((await act('teknis', task, 'depart')).status).toBe(200)
  const position = { latitude: -8.219, longitude: 114.369, accuracy: 12 }
  expect((await act('teknis', task, 'arrive', { position })).status).toBe(200)
  return task
}

const report = async (changes: object = {}) => ({
  decision: 'approve',
  note: 'Dapur bersih.',
  answers: found,
  photos: [await house.upload('teknis')],
  signing: { passphrase },
  ...changes,
})

describe('an inspection beside a laboratory', () => {
  test('both wait at once, and the case goes on when the last has answered', async () => {
    const receipt = await atTheSpot()
    const both = await house.read(receipt.id)
    expect([both.waiting, ...both.alsoWaiting].map(({ step }) => step)).toEqual(['inspeksi', 'laboratorium'])
    const told = (await house.getAs('warga', `/api/applications/${receipt.id}`)).json
    expect(told).toMatchObject({
      waitingOn: { step: { id: 'Inspeksi kesehatan lingkungan' } },
      alsoWaitingOn: [{ kind: 'office', who: { id: 'Dinas Kesehatan' }, until: expect.any(String) }],
    })
    const tracked = { number: receipt.number, code: receipt.trackingCode }
    expect((await house.post('/api/track', { body: tracked, key: null })).json).toMatchObject({
      alsoWaitingOn: [{ step: { id: 'Hasil uji laboratorium' } }],
    })
    const task = await arrived(receipt)
    const decided = await house.decide('teknis', task, await report())
    expect(decided.status, decided.text).toBe(200)
    expect(await house.read(receipt.id)).toMatchObject({ waiting: { step: 'laboratorium' }, alsoWaiting: [] })
    const agreed = await house.decide('teknis', laboratory(receipt), { decision: 'agree', answers: tested })
    expect(agreed.status, agreed.text).toBe(200)
    expect(await house.read(receipt.id)).toMatchObject({ waiting: { step: 'rekomendasi' } })
    await house.walk(receipt, [
      ['teknis', 'rekomendasi'],
      ['kadis', 'tanda-tangan', signed],
    ])
    expect(await house.read(receipt.id)).toMatchObject({ status: 'approved', state: { register: [{}] } })
  })

  test('the report tells what was found, where and by whom, signed once', async () => {
    const receipt = await atTheSpot()
    const task = await arrived(receipt)
    const wrong = await house.decide('teknis', task, await report({ signing: { passphrase: 'keliru' } }))
    expect(wrong).toMatchObject({ status: 422, problem: { errors: [{ field: 'signing.passphrase' }] } })
    const second = { answers: { ...found, suhuPendingin: 7 } }
    expect((await house.decide('teknis', task, await report(second))).status).toBe(200)
    const reports = await house.inside(() => IssuedDocument.find({ application: receipt.id, code: 'bap' }).lean())
    expect(reports).toMatchObject([{ ordinal: 1, issuedAt: expect.any(Date) }])
    const bytes = await house.inside(() => signedBytes(reports[0]?._id ?? ''))
    const text = await textOf(bytes ?? new Uint8Array())
    expect(text).toContain('Memenuhi syarat')
    expect(text).toContain('7 °C')
    expect(text).toContain('LS')
    expect(text).not.toContain('4 °C')
  })

  test('a photo that cannot be read gives the task back at once', async () => {
    const receipt = await atTheSpot()
    const task = await arrived(receipt)
    const broken = await house.upload('teknis', jpeg, 'image/jpeg', 'rusak.jpg')
    const answer = await house.decide('teknis', task, await report({ photos: [broken] }))
    expect(answer).toMatchObject({ status: 409, problem: { code: 'document-not-ready' } })
    expect((await house.read(receipt.id)).state.latch).toBeNull()
    expect((await house.decide('teknis', task, await report())).status).toBe(200)
  })

  test('a laboratory’s objection needs its reason, and ends the case by a letter of rejection', async () => {
    const receipt = await atTheSpot()
    const silent = await house.decide('teknis', laboratory(receipt), { decision: 'object', answers: tested })
    expect(silent).toMatchObject({ status: 422, problem: { errors: [{ field: 'note' }] } })
    const bad = { decision: 'object', answers: { ...tested, eColi: 90 }, note: 'E. coli melebihi batas.' }
    expect((await house.detail('teknis', receipt.id)).opinions).toMatchObject([
      { seat: { id: 'Laboratorium kesehatan daerah' }, status: 'open', decision: null, answers: null },
    ])
    expect((await house.decide('teknis', laboratory(receipt), bad)).status).toBe(200)
    expect((await house.detail('kadis', receipt.id)).opinions).toMatchObject([
      {
        office: 'Dinas Kesehatan',
        veto: true,
        status: 'decided',
        decision: 'object',
        by: expect.stringMatching(/ /),
        at: expect.any(String),
        note: 'E. coli melebihi batas.',
        answers: { eColi: 90 },
        form: { pages: [{ fields: ['eColi', 'tanggalUji', 'nomorHasil'] }] },
      },
    ])
    expect((await house.detail('warga', receipt.id)).opinions).toEqual([])
    const now = await house.read(receipt.id)
    expect(now).toMatchObject({ waiting: { step: 'tanda-tangan-penolakan' }, alsoWaiting: [] })
    expect(now.state.tasks[inspection(receipt)]).toMatchObject({ status: 'closed' })
  })
})

describe('nothing is decided that was not seen', () => {
  test('not before the visit, nor without findings, photos or signature', async () => {
    const receipt = await atTheSpot()
    const task = inspection(receipt)
    expect(await house.decide('teknis', task, await report())).toMatchObject({
      status: 409,
      problem: { code: 'visit-not-arrived' },
    })
    expect(await act('teknis', task, 'arrive')).toMatchObject({ problem: { code: 'visit-not-scheduled' } })
    const past = await act('teknis', task, 'schedule', { at: '2026-01-05T02:00:00Z' })
    expect(past).toMatchObject({ status: 422, problem: { errors: [{ field: 'at', code: 'past' }] } })
    await arrived(receipt)
    const errors = async (changes: object) => {
      const answer = await house.decide('teknis', task, await report(changes))
      expect(answer.status, answer.text).toBe(422)
      return (answer.problem as { errors: { field: string }[] }).errors.map(({ field }) => field)
    }
    expect(await errors({ photos: [] })).toEqual(['photos'])
    expect(await errors({ signing: undefined })).toEqual(['signing.passphrase'])
    expect(await errors({ answers: { ...found, lokasi: undefined, limbah: 'apa' } })).toEqual([
      'answers.lokasi',
      'answers.limbah',
    ])
    const detail = (await house.task('teknis', task)) as TaskDetail
    expect(detail).toMatchObject({
      signs: ['approve', 'reject'],
      photos: { min: 1, max: 6 },
      visit: { arrivedAt: expect.any(String) },
    })
    expect(Object.keys(detail.asks?.schema.properties ?? {})).toContain('suhuPendingin')
  })

  test('only by those who are asked', async () => {
    const receipt = await atTheSpot()
    for (const name of ['verifikator', 'kadis', 'supervisor']) {
      const answer = await house.decide(name, laboratory(receipt), { decision: 'agree', answers: tested })
      expect([403, 404], name).toContain(answer.status)
    }
    expect((await act('verifikator', inspection(receipt), 'depart')).status).toBeGreaterThan(399)
  })
})
