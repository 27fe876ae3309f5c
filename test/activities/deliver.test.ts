import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { deliverNext, type Mail, openMail } from '../../activities/notifications/deliver.ts'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { migrate } from '../../migrations/index.ts'
import { Message } from '../../models/case/message.ts'
import { inRegency } from '../../models/tenancy.ts'

const inside = <Result>(work: () => Promise<Result>) => inRegency('contoh', work)
let received: string[] = []
/** SMTP codes to answer with before accepting. */
let refusals: number[] = []
let mail: Mail

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    void text(stream).then((raw) => {
      const code = refusals.shift()
      if (code === undefined) {
        received.push(raw)
        done()
      } else done(Object.assign(new Error('no'), { responseCode: code }))
    })
  },
})

beforeAll(async () => {
  await connectMongo(inject('mongoUri'), { dbName: `test-${randomUUID()}` })
  await migrate()
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  mail = openMail(`smtp://127.0.0.1:${port}`, 'Lontar <no-reply@contoh.test>', 'http://contoh.test')
})
afterAll(async () => {
  mail.transport.close()
  await new Promise<void>((resolve) => server.close(resolve))
  await disconnectMongo()
})
beforeEach(async () => {
  received = []
  refusals = []
  await inside(() => Message.deleteMany({}))
})

async function queue(): Promise<void> {
  const message = {
    application: 'a-1',
    number: 'N-1',
    service: 's',
    case: { agencies: ['dpmptsp'], village: null, servicePoint: null },
    seq: 3,
    trigger: 'approved',
    way: 'email',
    to: 'siti@contoh.test',
    subject: 'Izin terbit',
    text: 'Izin Anda terbit.',
    queuedAt: new Date(),
    nextAttemptAt: new Date(0),
  } as const
  await inside(() => Message.insertMany([message]))
}
const stored = () => inside(() => Message.findOne({}).orFail().lean())

test('a message is sent once, and noted', async () => {
  await queue()
  expect(await deliverNext(mail)).toBe(true)
  expect(await deliverNext(mail)).toBe(false)
  expect(received).toHaveLength(1)
  expect(received[0]).toContain('Message-ID: <a-1.3@contoh.test>')
  expect(await stored()).toMatchObject({ status: 'sent', attempts: 1 })
})

test('a passing failure is tried again later, without the address in the reason', async () => {
  await queue()
  refusals = [451]
  await deliverNext(mail)
  const failed = await stored()
  expect(failed).toMatchObject({ status: 'queued', attempts: 1, lastError: 'EMESSAGE 451' })
  expect(await deliverNext(mail)).toBe(false)
  expect(await deliverNext(mail, failed.nextAttemptAt ?? undefined)).toBe(true)
  expect(await stored()).toMatchObject({ status: 'sent', attempts: 2 })
})

test('a refusal for good is not repeated', async () => {
  await queue()
  refusals = [550]
  await deliverNext(mail)
  expect(await stored()).toMatchObject({ status: 'failed', lastError: 'EMESSAGE 550', nextAttemptAt: null })
})

test('a mail server that does not answer is not asked again at once', async () => {
  await queue()
  const away = openMail('smtp://127.0.0.1:1', 'Contoh <surat@contoh.test>', 'https://contoh.test')
  expect(await deliverNext(away)).toBe(false)
  away.transport.close()
  expect(await stored()).toMatchObject({ status: 'queued', attempts: 1, lastError: 'ESOCKET' })
})

test('a sender that died after sending lets go; the message goes out again under the same id', async () => {
  await queue()
  await deliverNext(mail)
  const lease = new Date(Date.now() + 60_000)
  await inside(() => Message.updateOne({}, { $set: { status: 'queued', sentAt: null, nextAttemptAt: lease } }))
  expect(await deliverNext(mail)).toBe(false)
  expect(await deliverNext(mail, lease)).toBe(true)
  const ids = received.map((raw) => /^Message-ID: (.*)$/m.exec(raw)?.[1])
  expect(ids).toEqual([ids[0], ids[0]])
})

test('several senders at once send each message once', async () => {
  await queue()
  const sent = await Promise.all([1, 2, 3, 4].map(() => deliverNext(mail)))
  expect(sent.filter(Boolean)).toHaveLength(1)
  expect(received).toHaveLength(1)
})
