import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApplicationReceipt } from '../../contracts/applications.ts'
import { freePort } from '../../infra/servers/ports.ts'
import { Application } from '../../models/case/application.ts'
import { inRegency } from '../../models/tenancy.ts'
import { sampleAnswers } from '../catalogue/sample-answers.ts'
import { type ApiHouse, openApiHouse, regency } from './api-house.ts'
import { citizen } from './case-api-house.ts'
import { png } from './sample-files.ts'

let house: ApiHouse

beforeAll(async () => {
  house = await openApiHouse({ env: { TEMPORAL_ADDRESS: `127.0.0.1:${await freePort()}` } })
})
afterAll(() => house.close())

test('an application is accepted while Temporal is away, and acts on it are told to be repeated', async () => {
  const token = await house.signIn('warga')
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'berkas.png')
  const { id: file } = (await house.post('/api/files', { token, body: form })).json as { id: string }
  const documents = ['ktp', 'ijazah', 'foto'].map((code) => ({ code, file }))
  const body = { service: 'ak-1', channel: 'portal', applicant: citizen, answers: sampleAnswers['ak-1'], documents }
  const started = Date.now()
  const answer = await house.post('/api/applications', { token, body })
  expect(answer.status, answer.text).toBe(201)
  expect(Date.now() - started).toBeLessThan(10_000)
  const { id } = answer.json as ApplicationReceipt
  const kept = await inRegency(regency, () => Application.findOne({ _id: id }).orFail().lean())
  expect(kept).toMatchObject({ unstarted: true, status: 'received', waiting: { kind: 'office' } })

  const key = randomUUID()
  const withdraw = () => house.post(`/api/applications/${id}/withdraw`, { token, key, body: { reason: 'Tidak jadi' } })
  const first = await withdraw()
  expect(first).toMatchObject({ status: 503, problem: { code: 'outcome-unknown' } })
  expect(first.headers.get('retry-after')).toMatch(/^\d+$/)
  expect(await withdraw()).toMatchObject({ status: 503 })
})
