import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationDetail, ApplicationReceipt } from '../../contracts/applications.ts'
import type { Verification } from '../../contracts/documents.ts'
import type { TurnChoices } from '../../contracts/turns.ts'
import { settleAppeals } from '../../engine/settle-appeals.ts'
import { createLogger } from '../../infra/logger.ts'
import { connectTemporal } from '../../infra/temporal.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { GivenNumber } from '../../models/case/number.ts'
import { AgencyModel } from '../../models/catalogue/agency.ts'
import { forgetCatalogue } from '../../models/catalogue/cache.ts'
import { flowOf } from '../../models/catalogue/catalogue.ts'
import { RegisterEntry } from '../../models/register/entry.ts'
import { sampleAnswers } from '../catalogue/sample-answers.ts'
import { type CaseApiHouse, openCaseApiHouse, signed } from './case-api-house.ts'

let house: CaseApiHouse

beforeAll(async () => {
  house = await openCaseApiHouse()
})
afterAll(() => house.close())

const why = 'Alasan yang cukup panjang untuk dicatat.'
const reject = { decision: 'reject', note: why }

async function rejected(): Promise<ApplicationReceipt> {
  const receipt = await house.file('sip-bidan')
  await house.walk(receipt, [
    ['verifikator', 'kelengkapan'],
    ['verifikator', 'verifikasi', reject],
    ['kadis', 'rejection-tanda-tangan-penolakan', signed],
  ])
  return receipt
}

async function approved(): Promise<ApplicationReceipt> {
  const receipt = await house.file('sip-bidan')
  await house.walk(receipt, [
    ['verifikator', 'kelengkapan'],
    ['verifikator', 'verifikasi'],
    ['teknis', 'rekomendasi'],
    ['kabid', 'validasi'],
    ['kadis', 'tanda-tangan', signed],
  ])
  return receipt
}

const turn = (name: string, id: string, what: string, body: object, key?: string) =>
  house.postAs(name, `/api/applications/${id}/${what}`, body, key ? { key } : {})

describe('one more look', () => {
  const more = { after: 'verifikasi', title: 'Pendapat tim teknis', role: 'technical', agency: 'dinkes', days: 2 }

  test('is walked where it was put, at the desk that was asked, and the case goes on', async () => {
    const receipt = await house.file('sip-bidan')
    const choices = (await house.getAs('kabid', `/api/applications/${receipt.id}/turns`)).json as TurnChoices
    expect(choices.after.map(({ code }) => code)).toContain('verifikasi')
    const key = randomUUID()
    const first = await turn('kabid', receipt.id, 'steps', { ...more, reason: why }, key)
    expect(first.status, first.text).toBe(200)
    expect((await turn('kabid', receipt.id, 'steps', { ...more, reason: why }, key)).status).toBe(200)
    await house.walk(receipt, [
      ['verifikator', 'kelengkapan'],
      ['verifikator', 'verifikasi'],
    ])
    const waiting = await house.read(receipt.id)
    expect(waiting).toMatchObject({ waiting: { step: 'tambahan-1', agency: 'dinkes' }, state: { added: [{}] } })
    const task = await house.task('teknis', `${receipt.number}:tambahan-1`)
    expect(task).toMatchObject({ stepName: { id: 'Pemeriksaan tambahan' }, decisions: ['approve', 'return', 'reject'] })
    await house.walk(receipt, [['teknis', 'tambahan-1']])
    expect(await house.read(receipt.id)).toMatchObject({ waiting: { step: 'rekomendasi' } })
  })

  test('is counted by the calendar of the agency that is asked', async () => {
    const calendarOf = async () => {
      const receipt = await house.file('sip-bidan')
      expect((await turn('kabid', receipt.id, 'steps', { ...more, reason: why })).status).toBe(200)
      const { state } = await house.read(receipt.id)
      return state.added?.[0]?.step.clock.calendar
    }
    expect(await calendarOf()).toBe('banyuwangi')
    await house.inside(() => AgencyModel.updateOne({ code: 'dinkes' }, { $set: { calendar: 'desa' } }))
    forgetCatalogue()
    expect(await calendarOf()).toBe('desa')
    await house.inside(() => AgencyModel.updateOne({ code: 'dinkes' }, { $unset: { calendar: 1 } }))
    forgetCatalogue()
  })

  test('cannot be put where the case has been, nor at a desk that is not there', async () => {
    const receipt = await house.file('sip-bidan')
    await house.walk(receipt, [['verifikator', 'kelengkapan']])
    const late = await turn('kabid', receipt.id, 'steps', { ...more, after: 'kelengkapan', reason: why })
    expect(late).toMatchObject({ status: 409, problem: { code: 'step-passed' } })
    const nowhere = await turn('kabid', receipt.id, 'steps', { ...more, role: 'village-head', reason: why })
    expect(nowhere).toMatchObject({ status: 422, problem: { errors: [{ field: 'role' }] } })
    const unknown = await turn('kabid', receipt.id, 'steps', { ...more, after: 'tidak-ada', reason: why })
    expect(unknown).toMatchObject({ status: 409, problem: { code: 'step-unknown' } })
  })
})

describe('merging', () => {
  test('ends the duplicate under the number of the other, which goes on', async () => {
    const [kept, twin] = [await house.file('sip-bidan'), await house.file('sip-bidan')]
    const answer = await turn('supervisor', twin.id, 'merge', { into: kept.number, reason: why })
    expect(answer.status, answer.text).toBe(200)
    expect(answer.json).toMatchObject({ status: 'merged', outcome: { kind: 'merged' } })
    expect(await house.read(twin.id)).toMatchObject({ state: { mergedInto: kept.number }, waiting: { kind: 'nobody' } })
    expect(await house.read(kept.id)).toMatchObject({ closedAt: null })
    const decided = await house.decide('verifikator', `${twin.number}:kelengkapan`, { decision: 'approve' })
    expect(decided.status).toBe(409)
  })

  test('joins only the same matter', async () => {
    const [one, other] = [await house.file('sip-bidan'), await house.file('ak-1')]
    const elsewhere = await turn('supervisor', one.id, 'merge', { into: other.number, reason: why })
    expect(elsewhere).toMatchObject({ status: 422, problem: { errors: [{ field: 'into', code: 'other-matter' }] } })
    const itself = await turn('supervisor', one.id, 'merge', { into: one.number, reason: why })
    expect(itself).toMatchObject({ status: 422, problem: { errors: [{ field: 'into', code: 'unknown-number' }] } })
  })
})

describe('opening again', () => {
  test('a rejected case is decided anew; the letter of rejection no longer stands', async () => {
    const receipt = await rejected()
    const [letter] = (await house.detail('warga', receipt.id)).documents
    const key = randomUUID()
    const answer = await turn('kabid', receipt.id, 'reopen', { from: 'verifikasi', reason: why }, key)
    expect(answer.status, answer.text).toBe(200)
    expect(answer.json).toMatchObject({ status: 'in-progress', outcome: null })
    expect((await turn('kabid', receipt.id, 'reopen', { from: 'verifikasi', reason: why }, key)).status).toBe(200)
    const again = await turn('kabid', receipt.id, 'reopen', { from: 'verifikasi', reason: why })
    expect(again).toMatchObject({ status: 409 })
    const verified = (await house.get(`/api/verify/${letter?.id}`)).json as Verification
    expect(verified.state).toBe('annulled')
    await house.walk(receipt, [
      ['verifikator', 'verifikasi~1'],
      ['teknis', 'rekomendasi~1'],
      ['kabid', 'validasi~1'],
      ['kadis', 'tanda-tangan~1', signed],
    ])
    expect(await house.read(receipt.id)).toMatchObject({ status: 'approved', state: { round: 1 } })
  })

  test('a running case is not opened, and an approval is amended instead', async () => {
    const receipt = await house.file('sip-bidan')
    const open = await turn('kabid', receipt.id, 'reopen', { from: 'verifikasi', reason: why })
    expect(open).toMatchObject({ status: 409, problem: { code: 'not-allowed-now' } })
  })
})

describe('amending', () => {
  test('a typo is put right: a new version with a number of its own, the old one shown as superseded', async () => {
    const receipt = await approved()
    const [old] = (await house.detail('warga', receipt.id)).documents
    const wrong = await turn('kabid', receipt.id, 'amend', { answers: { sipKe: 'kesepuluh' }, reason: why })
    expect(wrong).toMatchObject({ status: 422, problem: { errors: [{ field: 'answers.sipKe' }] } })
    const answer = await turn('kabid', receipt.id, 'amend', { answers: { tempatLahir: 'Genteng' }, reason: why })
    expect(answer.status, answer.text).toBe(200)
    const before = (await house.get(`/api/verify/${old?.id}`)).json as Verification
    expect(before.state).toBe('valid')
    await house.walk(receipt, [['kadis', 'tanda-tangan~1', signed]])
    const detail = await house.detail('warga', receipt.id)
    expect(detail).toMatchObject({ status: 'approved', answers: { tempatLahir: 'Genteng' } })
    const fresh = detail.documents.find(({ standing }) => standing === null)
    const after = (await house.get(`/api/verify/${old?.id}`)).json as Verification
    expect(after).toMatchObject({ state: 'superseded', supersededBy: { id: fresh?.id } })
    expect((await house.get(`/api/verify/${fresh?.id}`)).json).toMatchObject({ state: 'valid' })
    const entries = await house.inside(() => RegisterEntry.find({ application: receipt.id }).lean())
    expect(entries).toMatchObject([{ document: fresh?.id }])
    const made = await house.inside(() => IssuedDocument.find({ application: receipt.id }).lean())
    const given = await house.inside(() => GivenNumber.find({ key: new RegExp(`^${receipt.id}/`) }).lean())
    expect(new Set(made.map(({ number }) => number)).size).toBe(2)
    expect(new Set(made.map(({ validUntil }) => validUntil?.getTime())).size).toBe(1)
    expect(given.map(({ status }) => status)).toEqual(['issued', 'issued'])
  })
})

describe('objecting to a decision', () => {
  const body = {
    answers: { alasan: 'STR saya sah dan sudah saya lampirkan.', permintaan: 'Periksa kembali.' },
    documents: [],
  }

  async function settle(): Promise<number> {
    const temporal = connectTemporal(house.env)
    try {
      const engine = { client: temporal.client, taskQueue: house.env.TASK_QUEUE, flow: flowOf }
      return await settleAppeals(engine, createLogger('test', 'silent'))
    } finally {
      await temporal.close()
    }
  }

  test('is a linked case; granted, it opens the first one again where it was refused', async () => {
    const first = await rejected()
    const detail = await house.detail('warga', first.id)
    expect(detail).toMatchObject({ appeal: { service: 'keberatan' }, actions: expect.arrayContaining(['appeal']) })
    const key = randomUUID()
    const filed = await turn('warga', first.id, 'appeal', body, key)
    expect(filed.status, filed.text).toBe(201)
    const objection = filed.json as ApplicationReceipt
    expect((await turn('warga', first.id, 'appeal', body, key)).json).toMatchObject({ number: objection.number })
    expect(await turn('warga', first.id, 'appeal', body)).toMatchObject({ problem: { code: 'appealed-already' } })
    await house.until(objection.id, { waiting: { step: 'telaah' } })
    expect(await house.detail('warga', objection.id)).toMatchObject({ about: { number: first.number } })
    await house.walk(objection, [
      ['kabid', 'telaah'],
      ['kadis', 'putusan', signed],
    ])
    expect(await settle()).toBe(1)
    expect(await settle()).toBe(0)
    const again: ApplicationDetail = await house.detail('warga', first.id)
    expect(again).toMatchObject({
      status: 'in-progress',
      appeal: null,
      objections: [{ number: objection.number, status: 'approved' }],
      waitingOn: { kind: 'office' },
    })
    expect(await house.read(first.id)).toMatchObject({ waiting: { step: 'verifikasi' } })
  })

  test('is the applicant’s own, about a decision, and never filed by itself', async () => {
    const first = await rejected()
    expect((await turn('kabid', first.id, 'appeal', body)).status).toBe(403)
    const running = await house.file('sip-bidan')
    expect((await turn('warga', running.id, 'appeal', body)).status).toBe(409)
    const alone = await house.postAs('warga', '/api/applications', {
      ...(await house.ready('ak-1')),
      service: 'keberatan',
      answers: body.answers,
      documents: [],
    })
    expect(alone).toMatchObject({ status: 422, problem: { errors: [{ code: 'filed-from-decision' }] } })
    const empty = await turn('warga', first.id, 'appeal', { answers: {}, documents: [] })
    expect(empty.status).toBe(422)
  })
})

test('turns are a superior’s: officers at the desks and other agencies are refused', async () => {
  const receipt = await house.file('sip-bidan')
  for (const name of ['verifikator', 'teknis', 'warga', 'admin']) {
    expect((await turn(name, receipt.id, 'merge', { into: 'BWI-1', reason: why })).status, name).toBe(403)
  }
  expect((await turn('disnaker', receipt.id, 'merge', { into: 'BWI-1', reason: why })).status).toBe(404)
  expect(sampleAnswers['sip-bidan']).toBeDefined()
})
