import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { ApplicationDetail, ApplicationReceipt, ApplicationRow, TimelineEntry } from '../../contracts/applications.ts'
import { IssuedDocument, Verification } from '../../contracts/documents.ts'
import { InAppMessage, MessageRow } from '../../contracts/messages.ts'
import { Unmasked } from '../../contracts/search.ts'
import { Candidate, DecidedTask, TaskDetail, TaskRow } from '../../contracts/tasks.ts'
import { TrackedApplication } from '../../contracts/track.ts'
import type { Answer } from './api-house.ts'
import { type CaseApiHouse, openCaseApiHouse, signed } from './case-api-house.ts'

let house: CaseApiHouse

beforeAll(async () => {
  house = await openCaseApiHouse()
})
afterAll(() => house.close())

/** The answer is what the contract says, and holds nothing that it does not name. */
function keeps<Schema extends z.ZodType>(schema: Schema, answer: Answer): z.output<Schema> {
  expect(answer.status, answer.text).toBeLessThan(300)
  const parsed = schema.parse(answer.json)
  expect(parsed).toEqual(answer.json)
  return parsed
}

/** Everything that shows a case, as everybody who sees it. */
async function look(receipt: ApplicationReceipt, people: string[]): Promise<void> {
  const { id, number, trackingCode } = receipt
  for (const name of people) {
    const get = (path: string) => house.getAs(name, path)
    const detail = keeps(ApplicationDetail, await get(`/api/applications/${id}`))
    keeps(z.array(TimelineEntry), await get(`/api/applications/${id}/timeline`))
    keeps(z.array(ApplicationRow), await get('/api/applications'))
    for (const document of detail.documents) keeps(IssuedDocument, await get(`/api/documents/${document.id}`))
    for (const { verifyUrl, id: document } of detail.documents) {
      if (verifyUrl) keeps(Verification, await get(`/api/verify/${document}`))
    }
    keeps(z.array(InAppMessage), await get('/api/me/messages'))
  }
  const body = { number, code: trackingCode }
  keeps(TrackedApplication, await house.post('/api/track', { body, key: null }))
}

test('a licence keeps to the contracts at every stage, for everybody who sees it', async () => {
  const answer = await house.postAs('warga', '/api/applications', await house.ready('sip-bidan'))
  const receipt = keeps(ApplicationReceipt, answer)
  await house.until(receipt.id, { waiting: { kind: 'office' } })
  const readers = ['warga', 'verifikator', 'teknis', 'admin']
  await look(receipt, readers)

  const deficiencies = [{ target: 'document', name: 'str', message: 'Tidak terbaca' }]
  const task = `${receipt.number}:kelengkapan`
  keeps(TaskDetail, await house.getAs('verifikator', `/api/tasks/${encodeURIComponent(task)}`))
  keeps(TaskRow, await house.postAs('verifikator', `/api/tasks/${encodeURIComponent(task)}/claim`, {}))
  keeps(z.array(Candidate), await house.getAs('supervisor', `/api/tasks/${encodeURIComponent(task)}/candidates`))
  keeps(DecidedTask, await house.decide('verifikator', task, { decision: 'return', deficiencies }))
  await look(receipt, readers)

  const { answers, attachments } = await house.detail('warga', receipt.id)
  const documents = attachments.map(({ code, file }) => ({ code, file: file.id }))
  const corrected = await house.postAs('warga', `/api/applications/${receipt.id}/correct`, { answers, documents })
  keeps(ApplicationDetail, corrected)
  await house.walk(receipt, [
    ['verifikator', 'kelengkapan'],
    ['verifikator', 'verifikasi'],
    ['teknis', 'rekomendasi'],
    ['kabid', 'validasi'],
    ['kadis', 'tanda-tangan', signed],
  ])
  await look(receipt, readers)
  keeps(z.array(TaskRow), await house.getAs('verifikator', '/api/tasks?filter={"status":"decided"}'))
  keeps(z.array(MessageRow), await house.getAs('verifikator', '/api/messages'))
  keeps(z.array(ApplicationRow), await house.postAs('verifikator', '/api/search', { text: receipt.number }))
  const purpose = { purpose: 'Mencocokkan data' }
  keeps(Unmasked, await house.postAs('verifikator', `/api/applications/${receipt.id}/unmask`, purpose))
})

test('so does a village letter that was filed for somebody and refused', async () => {
  const receipt = await house.file('sktm')
  await look(receipt, ['desa', 'kades'])
  await house.walk(receipt, [['kades', 'tanda-tangan', { decision: 'reject', note: 'Bukan warga desa ini' }]])
  await house.until(receipt.id, { waiting: { kind: 'office' } })
  await look(receipt, ['desa', 'kades'])
  await house.walk(receipt, [['kades', 'rejection-tanda-tangan-penolakan', signed]])
  await look(receipt, ['desa', 'kades'])
})
