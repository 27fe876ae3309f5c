import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { PassThrough, Readable } from 'node:stream'
import mongoose from 'mongoose'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { maxFileBytes, type StoredFile } from '../../contracts/files.ts'
import { Audit } from '../../models/audit.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { claimFiles, File, FilesNotClaimable } from '../../models/file.ts'
import { bytesWrittenBefore, writeBytes } from '../../models/file-bytes.ts'
import { sweepFiles, unclaimedForMs } from '../../models/sweep-files.ts'
import { inRegency } from '../../models/tenancy.ts'
import { inTransaction } from '../../models/transaction.ts'
import { type ApiHouse, openApiHouse, regency } from './api-house.ts'
import { jpeg, pdf, png, webp } from './sample-files.ts'

let house: ApiHouse
let warga: string
beforeAll(async () => {
  house = await openApiHouse()
  warga = await house.signIn('warga')
})
afterAll(() => house.close())
beforeEach(async () => {
  await raw('files').deleteMany({})
  await raw('fileBytes.files').deleteMany({})
  await raw('fileBytes.chunks').deleteMany({})
})

function raw(name: string) {
  const { db } = mongoose.connection
  if (!db) throw new Error('not connected')
  return db.collection(name)
}
const kept = async () => ({
  records: await raw('files').countDocuments(),
  files: await raw('fileBytes.files').countDocuments(),
  chunks: await raw('fileBytes.chunks').countDocuments(),
})
const nothing = { records: 0, files: 0, chunks: 0 }

function form(bytes: Uint8Array, name = 'ktp.pdf', field = 'file'): FormData {
  const body = new FormData()
  body.append(field, new Blob([new Uint8Array(bytes)]), name)
  return body
}
const upload = (bytes: Uint8Array, name?: string, more: { key?: string; token?: string } = {}) =>
  house.post('/api/files', { body: form(bytes, name), token: warga, ...more })
const idOf = (answer: { json: unknown }) => (answer.json as StoredFile).id

describe('uploading', () => {
  it.each([
    ['application/pdf', pdf, 'ktp.pdf'],
    ['image/jpeg', jpeg, 'ktp.jpg'],
    ['image/png', png, 'ktp.png'],
    ['image/webp', webp, 'ktp.webp'],
  ] as const)('keeps %s by its content, whatever its name says', async (type, bytes, name) => {
    const answer = await upload(bytes, 'ktp.bin')
    expect(answer.status).toBe(201)
    expect(answer.json).toEqual({ id: expect.any(String), name, type, size: bytes.length })
    const back = await fetch(`${house.url}/api/files/${idOf(answer)}`, {
      headers: { Authorization: `Bearer ${warga}` },
    })
    expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true)
    expect(back.headers.get('content-type')).toBe(type)
    expect(back.headers.get('x-content-type-options')).toBe('nosniff')
    expect(back.headers.get('content-security-policy')).toContain('sandbox')
  })

  it.each([
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'ktp.pdf'],
    ['a drawing with script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'ktp.png'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(6_000)]), 'ktp.jpg'],
    ['an archive', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(6_000)]), 'ktp.pdf'],
    ['plain text', Buffer.from('NIK 3510'), 'ktp.pdf'],
  ])('refuses %s behind a right ending, and keeps nothing', async (_what, bytes, name) => {
    const answer = await upload(bytes, name)
    expect(answer.status).toBe(415)
    expect(answer.problem).toMatchObject({
      code: 'wrong-file-type',
      errors: [{ field: 'file', message: expect.stringContaining('PDF, JPEG, PNG atau WebP') }],
    })
    expect(await kept()).toEqual(nothing)
  })

  it('refuses 50 MB as soon as it is known, and keeps nothing', async () => {
    const announced = await upload(Buffer.concat([pdf, Buffer.alloc(50_000_000)]))
    expect([announced.status, announced.problem.code]).toEqual([413, 'too-large'])
    expect(announced.problem.detail).toBe('Berkas melebihi 10 MB.')
    expect(await kept()).toEqual(nothing)
  })

  it('stops reading an upload of unknown length once 10 MB have passed', async () => {
    let sent = 0
    const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`
    const endless = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.concat([Buffer.from(head), pdf])),
      pull(controller) {
        sent += 65_536
        if (sent > 40 * 1024 * 1024) controller.close()
        else controller.enqueue(new Uint8Array(65_536))
      },
    })
    const answer = await fetch(`${house.url}/api/files`, {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: {
        Authorization: `Bearer ${warga}`,
        'Idempotency-Key': randomUUID(),
        'Content-Type': 'multipart/form-data; boundary=x',
      },
    } as RequestInit & { duplex: 'half' })
    expect(answer.status).toBe(413)
    expect(sent).toBeLessThan(40 * 1024 * 1024)
    await vi.waitFor(async () => expect(await kept()).toEqual(nothing))
  })

  it('takes exactly 10 MB and refuses one byte more', async () => {
    const most = Buffer.concat([pdf, Buffer.alloc(maxFileBytes - pdf.length)])
    expect((await upload(most)).status).toBe(201)
    expect((await upload(Buffer.concat([most, Buffer.alloc(1)]))).status).toBe(413)
    expect((await kept()).records).toBe(1)
  })

  it('keeps nothing of an upload that breaks off', async () => {
    const socket = connect(house.api.port, '127.0.0.1')
    const head = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`
    socket.write(
      [
        'POST /api/files HTTP/1.1',
        'Host: 127.0.0.1',
        `Authorization: Bearer ${warga}`,
        `Idempotency-Key: ${randomUUID()}`,
        'Content-Type: multipart/form-data; boundary=x',
        'Content-Length: 5000000',
        '',
        head,
      ].join('\r\n'),
    )
    socket.write(Buffer.concat([pdf, Buffer.alloc(1_000_000)]))
    await vi.waitFor(async () => expect((await kept()).chunks).toBeGreaterThan(0))
    socket.destroy()
    await vi.waitFor(async () => expect(await kept()).toEqual(nothing))
  })

  it.each([
    ['no file', new FormData(), 'required'],
    ['an empty file', form(Buffer.alloc(0)), 'empty'],
    ['another field', form(pdf, 'a.pdf', 'berkas'), 'unknown-field'],
  ])('says what is wrong: %s', async (_what, body, code) => {
    const answer = await house.post('/api/files', { body, token: warga })
    expect(answer.status).toBe(400)
    expect(answer.problem.errors?.[0]?.code).toBe(code)
    expect(await kept()).toEqual(nothing)
  })

  it('takes one file at a time', async () => {
    const body = form(pdf)
    body.append('file', new Blob([new Uint8Array(png)]), 'b.png')
    expect((await house.post('/api/files', { body, token: warga })).status).toBe(400)
  })

  it('is not JSON, and not for strangers', async () => {
    expect((await house.post('/api/files', { body: { file: 'x' }, token: warga })).problem.code).toBe('not-multipart')
    expect((await house.post('/api/files', { body: form(pdf) })).status).toBe(401)
    expect((await house.post('/api/files', { body: form(pdf), token: warga, key: null })).status).toBe(400)
  })

  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\Sri\\KTP saya.PDF', 'KTP saya.pdf'],
    ['foto\u202Egnp.exe', 'fotognp.pdf'],
    ['a\r\nSet-Cookie: x.pdf', /^[^\r\n:]*\.pdf$/],
    ['', 'berkas.pdf'],
    ['Ijazah Ç é 試.pdf', 'Ijazah Ç é 試.pdf'],
  ])('cleans the name %j', async (given, expected) => {
    const answer = await upload(pdf, given)
    if (given === '' && answer.status === 400) return
    const { name } = answer.json as StoredFile
    if (expected instanceof RegExp) expect(name).toMatch(expected)
    else expect(name).toBe(expected)
    const back = await house.get(`/api/files/${idOf(answer)}`, { token: warga })
    expect(back.headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent(name)}`)
  })
})

describe('the same key', () => {
  it('is the same file, once', async () => {
    const key = randomUUID()
    const first = await upload(png, 'a.png', { key })
    const second = await upload(png, 'a.png', { key })
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.json).toEqual(first.json)
    expect((await kept()).records).toBe(1)
  })

  it('is one file also when both arrive at once', async () => {
    const key = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => upload(jpeg, 'a.jpg', { key })))
    expect(new Set(answers.map(idOf)).size).toBe(1)
    expect(await kept()).toMatchObject({ records: 1, files: 1 })
  })

  it('with other content is refused; with another person it is their own', async () => {
    const key = randomUUID()
    await upload(png, 'a.png', { key })
    const other = await upload(pdf, 'a.pdf', { key })
    expect([other.status, other.problem.code]).toEqual([422, 'idempotency-key-reused'])
    const theirs = await upload(pdf, 'a.pdf', { key, token: await house.signIn('loket') })
    expect(theirs.status).toBe(201)
    expect(await kept()).toMatchObject({ records: 2, files: 2 })
  })
})

describe('reading', () => {
  const read = async (id: string, person: string) =>
    (await house.get(`/api/files/${id}`, { token: await house.signIn(person) })).status

  it('is the owner’s alone until a case takes the file', async () => {
    const id = idOf(await upload(pdf))
    expect(await read(id, 'warga')).toBe(200)
    for (const person of ['loket', 'verifikator', 'katalog']) expect(await read(id, person), person).toBe(404)
    expect((await house.get(`/api/files/${id}`)).status).toBe(401)
    expect((await house.get('/api/files/no-such-file', { token: warga })).status).toBe(404)
  })

  it('is then whoever may see the case’s, and each reading is written down', async () => {
    const id = idOf(await upload(pdf))
    const owner = (await house.get('/api/me', { token: warga })).json as { id: string }
    await inRegency(regency, async () => {
      await Application.create([applicationOf('app-1', owner.id)])
      await claimFiles([id], 'app-1', owner.id)
    })
    expect(await read(id, 'verifikator')).toBe(200)
    expect(await read(id, 'teknis')).toBe(200)
    expect(await read(id, 'disnaker')).toBe(404)
    expect(await read(id, 'desa')).toBe(404)
    expect(await read(id, 'warga')).toBe(200)
    const lines = await inRegency(regency, () => Audit.find({ 'subject.id': id }).lean())
    expect(lines.map(({ act }) => act)).toEqual(['read-file', 'read-file'])
  })
})

describe('claiming', () => {
  it('takes all or none, the owner’s alone, for one case', async () => {
    const mine = idOf(await upload(pdf))
    const theirs = idOf(await upload(pdf, 'a.pdf', { token: await house.signIn('loket') }))
    const { id: owner } = (await house.get('/api/me', { token: warga })).json as { id: string }
    const claim = (ids: string[], application: string) =>
      inRegency(regency, () => inTransaction((session) => claimFiles(ids, application, owner, session)))
    const refused: unknown = await claim([mine, theirs, 'unknown'], 'app-1').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(FilesNotClaimable)
    expect((refused as FilesNotClaimable).ids).toEqual([theirs, 'unknown'])
    expect(await inRegency(regency, () => File.countDocuments({ application: { $ne: null } }))).toBe(0)
    await claim([mine, mine], 'app-1')
    await claim([mine], 'app-1')
    await expect(claim([mine], 'app-2')).rejects.toThrow(FilesNotClaimable)
  })
})

describe('the sweep', () => {
  it('removes after a day what nobody took, with bytes whose upload never ended, and nothing else', async () => {
    const { id: owner } = (await house.get('/api/me', { token: warga })).json as { id: string }
    const taken = idOf(await upload(pdf))
    const forgotten = idOf(await upload(png))
    await inRegency(regency, async () => {
      await claimFiles([taken], 'app-9', owner)
      await writeBytes('orphan', Readable.from([Buffer.from(jpeg)]), new PassThrough())
    })
    expect(await sweepFiles()).toBe(0)
    const tomorrow = new Date(Date.now() + unclaimedForMs + 60_000)
    expect(await sweepFiles(tomorrow)).toBe(2)
    expect(await sweepFiles(tomorrow)).toBe(0)
    expect((await house.get(`/api/files/${taken}`, { token: warga })).status).toBe(200)
    expect((await house.get(`/api/files/${forgotten}`, { token: warga })).status).toBe(404)
    expect((await bytesWrittenBefore(tomorrow, 10)).map(({ id }) => id)).toEqual([taken])
  })
})

function applicationOf(id: string, account: string): Partial<ApplicationRecord> {
  return {
    _id: id,
    number: id,
    filedWith: { by: account, key: 'a-key-of-mine', digest: '' },
    trackingCode: 'ABCD1234',
    service: 'sip-bidan',
    serviceVersion: 1,
    channel: 'portal',
    agencies: ['dpmptsp', 'dinkes'],
    applicant: { account, name: 'Sri', nik: '3510135408910001' },
    filedBy: account,
    answers: {},
    attachments: [],
    acceptedAt: new Date(),
  }
}
