import { connect } from 'node:net'
import { Router } from 'express'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from '../../api/middleware/parse.ts'
import type { ApiResource } from '../../api/resource.ts'
import { CreateApplication } from '../../contracts/applications.ts'
import { DecideTask } from '../../contracts/tasks.ts'
import { Refusal } from '../../domain/case/actions.ts'
import { createLogger } from '../../infra/logger.ts'
import { freePort } from '../../infra/servers/ports.ts'
import { connectTemporal } from '../../infra/temporal.ts'
import { type ApiHouse, openApiHouse } from './api-house.ts'

let house: ApiHouse
let door: Awaited<ReturnType<ApiHouse['also']>>
let nowhere: number

/** Routes that fail in the ways real ones can, each with a real error of a real server. */
const failing: ApiResource = {
  name: 'failing',
  readOnlyPosts: ['/look'],
  routes({ temporal }) {
    const router = Router()
    router.post('/application', (request, response) => response.json(parse(CreateApplication, request.body)))
    router.post('/decision', (request, response) => response.json(parse(DecideTask, request.body)))
    router.post('/look', (_request, response) => response.json({}))
    router.post('/refusal', () => {
      throw new Refusal('task-assigned-to-other')
    })
    router.post('/bug', () => {
      throw new TypeError('nik 3510135408910001 is not a function')
    })
    router.post('/mongo-away', async () => {
      const options = { serverSelectionTimeoutMS: 100, directConnection: true }
      await mongoose.createConnection(`mongodb://127.0.0.1:${nowhere}/`, options).asPromise()
    })
    router.post('/temporal-away', async () => {
      const away = connectTemporal({ TEMPORAL_ADDRESS: `127.0.0.1:${nowhere}`, TEMPORAL_NAMESPACE: 'default' })
      await away.connection.withDeadline(Date.now() + 200, () => away.client.workflow.getHandle('x').signal('y'))
    })
    router.post('/closed-case', () => temporal.client.workflow.getHandle('no-such-case').signal('y'))
    return router
  },
  paths: {},
}

beforeAll(async () => {
  nowhere = await freePort()
  house = await openApiHouse({ people: false })
  door = await house.also({}, 'off', [failing])
})
afterAll(async () => {
  door.close()
  await house.close()
})

const application = {
  service: 'sktm',
  applicant: { name: 'Paijo', nik: '3510135408910001' },
  answers: {},
  documents: [],
  channel: 'portal',
}
const fields = (answer: { problem: { errors?: { field: string; message: string }[] } }) =>
  Object.fromEntries((answer.problem.errors ?? []).map(({ field, message }) => [field, message]))

describe('a wrong body', () => {
  const send = (body: unknown, language?: string) =>
    door.post('/api/application', { body, ...(language ? { language } : {}) })

  it('is a problem of RFC 9457, in Indonesian unless English is asked for', async () => {
    const answer = await send({ ...application, applicant: { name: 'Paijo', nik: '123' } })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(answer.problem).toMatchObject({
      type: 'urn:lontar:problem:invalid-fields',
      title: 'Ada isian yang perlu diperbaiki',
      status: 400,
      requestId: answer.headers.get('x-request-id'),
      errors: [{ field: 'applicant.nik', message: 'NIK harus 16 angka seperti tertulis di KTP.' }],
    })
    const english = await send({ ...application, applicant: { name: 'Paijo', nik: '123' } }, 'en-GB,id;q=0.5')
    expect(fields(english)).toEqual({ 'applicant.nik': 'NIK must be the 16 digits on the identity card.' })
    expect((await send({}, 'fr')).headers.get('content-language')).toBe('id')
  })

  it.each([
    [
      'nothing at all',
      {},
      { service: 'Layanan wajib diisi.', applicant: 'Pemohon wajib diisi.', channel: /wajib diisi/ },
    ],
    ['an unknown field', { ...application, nama: 'x' }, { nama: 'Isian "nama" tidak dikenal.' }],
    [
      'an unknown field inside',
      { ...application, applicant: { ...application.applicant, rt: 1 } },
      { 'applicant.rt': 'Isian "rt" tidak dikenal.' },
    ],
    ['a wrong kind', { ...application, documents: 'ktp' }, { documents: 'Berkas persyaratan harus berupa daftar.' }],
    [
      'a number for a text',
      { ...application, applicant: { name: 7, nik: '3510135408910001' } },
      { 'applicant.name': 'Nama harus berupa teks.' },
    ],
    ['no choice', { ...application, channel: 'fax' }, { channel: /^Saluran harus salah satu dari: portal, counter/ }],
    [
      'too short',
      { ...application, applicant: { ...application.applicant, name: 'P' } },
      { 'applicant.name': 'Nama paling sedikit 2 huruf.' },
    ],
    [
      'a wrong phone number',
      { ...application, applicant: { ...application.applicant, phone: '12' } },
      { 'applicant.phone': 'Nomor telepon harus nomor telepon seluler, misalnya 081234567890.' },
    ],
    [
      'a wrong e-mail address',
      { ...application, applicant: { ...application.applicant, email: 'x' } },
      { 'applicant.email': 'Alamat e-mail bukan alamat e-mail yang benar.' },
    ],
    ['a list item', { ...application, documents: [{ code: 'ktp' }] }, { 'documents.0.file': 'Berkas wajib diisi.' }],
    ['a list instead of an object', [], { '': 'Isi permintaan harus berupa objek.' }],
  ])('names the field: %s', async (_name, body, expected) => {
    const answer = await send(body)
    expect(answer.status).toBe(400)
    const said = fields(answer)
    for (const [field, message] of Object.entries(expected)) {
      if (message instanceof RegExp) expect(said[field]).toMatch(message)
      else expect(said[field]).toBe(message)
    }
  })

  it('never repeats what was sent', async () => {
    const body = { ...application, applicant: { name: 'Paijo', nik: '35101354089100019' }, rahasia: 'Kampung Tengah' }
    const { text } = await send(body)
    expect(text).not.toMatch(/35101354089100019|Kampung Tengah|Paijo/)
  })

  it('a decision with a note too long, an unknown decision', async () => {
    const answer = await door.post('/api/decision', { body: { decision: 'maybe', note: 'x'.repeat(2001) } })
    expect(fields(answer)).toEqual({
      decision: 'Keputusan harus salah satu dari: approve, return, reject, sign, acknowledge, agree, object.',
      note: 'Catatan paling banyak 2000 huruf.',
    })
  })

  it('that is no JSON, or over 64 kB', async () => {
    const headers = { 'Content-Type': 'text/plain' }
    const plain = await door.post('/api/application', { body: 'service=sktm', headers })
    expect([plain.status, plain.problem.code]).toEqual([415, 'unsupported-media-type'])
    const broken = await door.post('/api/application', { body: '{"service"' })
    expect([broken.status, broken.problem.code]).toEqual([400, 'invalid-json'])
    const large = await door.post('/api/application', { body: { note: 'x'.repeat(70_000) } })
    expect([large.status, large.problem.code]).toEqual([413, 'too-large'])
  })
})

describe('Idempotency-Key', () => {
  it('is demanded of a POST, by name', async () => {
    const answer = await door.post('/api/application', { body: application, key: null })
    expect(answer.status).toBe(400)
    expect(answer.problem).toMatchObject({
      code: 'idempotency-key-missing',
      detail: expect.stringContaining('Idempotency-Key'),
    })
  })

  it.each(['short', 'with space in it', 'x'.repeat(101)])('%s is refused', async (key) => {
    const answer = await door.post('/api/application', { body: application, key })
    expect(answer.problem.code).toBe('idempotency-key-invalid')
  })

  it('is not asked for where nothing changes', async () => {
    expect((await door.post('/api/look', { body: {}, key: null })).status).toBe(200)
  })
})

describe('when something is away or in the way', () => {
  const problemOf = async (path: string) => {
    const answer = await door.post(path, { body: {} })
    return {
      status: answer.status,
      code: answer.problem.code,
      retry: answer.headers.get('retry-after'),
      text: answer.text,
    }
  }

  it('MongoDB away is 503 with a hint when to come back', async () => {
    expect(await problemOf('/api/mongo-away')).toMatchObject({ status: 503, code: 'unavailable', retry: '5' })
  })

  it('Temporal silent is 503: the outcome is unknown, repeat with the same key', async () => {
    const said = await problemOf('/api/temporal-away')
    expect(said).toMatchObject({ status: 503, code: 'outcome-unknown', retry: '2' })
    expect(said.text).toContain('Idempotency-Key yang sama')
  })

  it('a case that is closed, and one that refuses, are 409', async () => {
    expect(await problemOf('/api/closed-case')).toMatchObject({ status: 409, code: 'case-closed' })
    expect(await problemOf('/api/refusal')).toMatchObject({ status: 409, code: 'task-assigned-to-other' })
  })

  it('a fault of ours is 500 and tells nothing but the request id', async () => {
    const said = await problemOf('/api/bug')
    expect(said).toMatchObject({ status: 500, code: 'internal-error' })
    expect(said.text).not.toMatch(/3510135408910001|TypeError/)
  })
})

describe('addresses', () => {
  it('that do not exist are 404 problems under /api', async () => {
    const answer = await house.get('/api/nothing')
    expect([answer.status, answer.problem.code]).toEqual([404, 'not-found'])
  })

  it('that cannot be decoded are 400', async () => {
    expect((await house.get('/api/services/%E0%A4%A')).status).toBe(400)
  })

  it('a request that is not HTTP is cut off without harm', async () => {
    const socket = connect(house.api.port, '127.0.0.1')
    const said = new Promise<string>((resolve) => socket.once('data', (data) => resolve(data.toString())))
    socket.write('NIK 3510135408910001\r\n\r\n')
    expect(await said).toMatch(/^HTTP\/1\.1 400/)
    expect((await house.get('/api/health')).status).toBe(200)
  })
})

describe('the log', () => {
  it('says how requests ended, without address, body or error text', async () => {
    const lines: string[] = []
    const log = createLogger('api', 'debug', { write: (line: string) => lines.push(line) })
    const there = await house.also({}, 'off', [failing], log)
    await there.post('/api/bug?nik=3510135408910001', { body: { name: 'Paijo Hartono' } })
    there.close()
    const text = lines.join('\n')
    expect(text).toContain('"route":"/api/bug"')
    expect(text).toContain('"problem":"internal-error"')
    expect(text).not.toMatch(/Paijo|\?nik=/)
  })
})
