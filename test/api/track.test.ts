import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationReceipt } from '../../contracts/applications.ts'
import type { TrackedApplication } from '../../contracts/track.ts'
import { type CaseApiHouse, citizen, openCaseApiHouse, signed } from './case-api-house.ts'

let house: CaseApiHouse

beforeAll(async () => {
  house = await openCaseApiHouse()
})
afterAll(() => house.close())

const track = (number: string, code: string) => house.post('/api/track', { body: { number, code }, key: null })
const tracked = async ({ number, trackingCode }: ApplicationReceipt) =>
  (await track(number, trackingCode)).json as TrackedApplication

describe('number and code', () => {
  test('an unknown number and a wrong code get the same answer, but for the request’s name', async () => {
    const receipt = await house.file('ak-1')
    const answers = [await track('BWI-2026-999999', receipt.trackingCode), await track(receipt.number, '00000000')]
    const [unknown, wrong] = answers.map(({ problem }) => ({ ...problem, requestId: '' }))
    expect(unknown).toMatchObject({ status: 404, code: 'no-match' })
    expect(wrong).toEqual(unknown)
  })

  test('are read as people write them', async () => {
    const { number, trackingCode } = await house.file('ak-1')
    const spoken = `${trackingCode.slice(0, 4)}-${trackingCode.slice(4)}`
      .toLowerCase()
      .replaceAll('0', 'o')
      .replaceAll('1', 'l')
    expect((await track(` ${number.toLowerCase()} `, spoken)).status).toBe(200)
  })

  test('are asked for strictly, and only so often', async () => {
    expect(
      (await house.post('/api/track', { body: { number: 'BWI-1', code: '12345678', nik: '1' }, key: null })).status,
    ).toBe(400)
    const strict = await house.also({}, { track: { windowMs: 60_000, limit: 2 } })
    const ask = () => strict.post('/api/track', { body: { number: 'BWI-2026-000000', code: '12345678' }, key: null })
    expect([await ask(), await ask(), await ask()].map(({ status }) => status)).toEqual([404, 404, 429])
    strict.close()
  })
})

describe('the story', () => {
  test('tells on whom it waits and until when, without names', async () => {
    const receipt = await house.file('sip-bidan')
    await house.walk(receipt, [
      ['verifikator', 'kelengkapan', { decision: 'approve', note: 'Rahasia kantor' }],
      ['verifikator', 'verifikasi'],
    ])
    const story = await tracked(receipt)
    expect(story).toMatchObject({
      number: receipt.number,
      status: 'in-progress',
      completeAt: expect.any(String),
      waitingOn: {
        kind: 'office',
        who: { id: 'Dinas Kesehatan' },
        step: { id: 'Rekomendasi teknis', en: 'Technical recommendation' },
        until: expect.any(String),
      },
      term: { unit: 'working-days', amount: 5, state: 'running' },
    })
    expect(story.steps.map(({ code, state }) => `${code} ${state}`)).toEqual([
      'kelengkapan done',
      'verifikasi done',
      'rekomendasi current',
      'validasi ahead',
      'tanda-tangan ahead',
      'register ahead',
    ])
    expect(story.story.map(({ text }) => text.en)).toEqual(
      expect.arrayContaining([
        'The application was received.',
        'Completeness check: approved.',
        'The application was declared complete; a receipt was given.',
      ]),
    )
    const text = JSON.stringify(story)
    for (const secret of [citizen.name, citizen.nik, citizen.phone, 'Rahasia kantor', 'Bagus', receipt.trackingCode])
      expect(text).not.toContain(secret)
  })

  test('names what has to be mended by the form’s own words', async () => {
    const receipt = await house.file('sip-bidan')
    const deficiencies = [{ target: 'document', name: 'str', message: 'Tidak terbaca' }]
    await house.walk(receipt, [['verifikator', 'kelengkapan', { decision: 'return', note: 'Catatan', deficiencies }]])
    const story = await tracked(receipt)
    expect(story).toMatchObject({
      status: 'returned',
      waitingOn: { kind: 'applicant', until: null },
      corrections: [{ name: 'Surat Tanda Registrasi (STR)', message: 'Tidak terbaca' }],
    })
    expect(story.steps[0]).toMatchObject({ code: 'kelengkapan', state: 'returned' })
    expect(JSON.stringify(story)).not.toContain('Catatan')
  })

  test('a withdrawn case lies ahead of nothing', async () => {
    const receipt = await house.file('sip-bidan')
    await house.postAs('warga', `/api/applications/${receipt.id}/withdraw`, { reason: 'Tidak jadi' })
    const story = await tracked(receipt)
    expect(new Set(story.steps.map(({ state }) => state))).toEqual(new Set(['skipped']))
    expect(story.waitingOn.kind).toBe('nobody')
  })

  test('gives a link to the document that needs no account and closes by itself', async () => {
    const receipt = await house.file('sktm')
    await house.walk(receipt, [['kades', 'tanda-tangan', signed]])
    const [document] = (await tracked(receipt)).documents
    const link = document?.file ?? ''
    const opened = await house.get(link)
    expect(opened.status).toBe(200)
    expect(opened.headers.get('content-type')).toContain('application/pdf')
    expect((await house.get(link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).status).toBe(404)
    expect((await house.get(link.replace(/\/[^/]*$/, ''))).status).toBe(401)
  })
})
