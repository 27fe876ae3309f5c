import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { bytesOf } from '../../activities/documents/keep-signed.ts'
import { inspectSignature } from '../../documents/verify.ts'
import { sealCodeStore } from '../../engine/seal-codes.ts'
import { fastForward } from '../../infra/time-skipping.ts'
import { BsreSigning } from '../../integrations/signing/bsre/bsre-signing.ts'
import { type BsreSimulator, startBsreSimulator } from '../../integrations/signing/bsre/simulator/server.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { type DocumentRecord, IssuedDocument } from '../../models/case/document.ts'
import { GivenNumber } from '../../models/case/number.ts'
import { licence } from '../domain/case/fixture.ts'
import { account, keysInMemory, passphrase, people, seal } from '../integrations/signing/bsre/people.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { sealPassphrase } from '../setup/local-authority.ts'
import { scene } from './calendar.ts'
import { fixtureDeps } from './fixture.ts'

let house: CaseHouse
let simulator: BsreSimulator
/** The client that signs now: each test takes the version and the patience it needs. */
let bsre: BsreSigning
let before: number

beforeAll(async () => {
  const options = { keys: keysInMemory(), people: Object.values(people), seal, account, port: 0, latencyMs: 0 }
  simulator = await startBsreSimulator(options)
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow: licence,
    deps: fixtureDeps({
      signing: {
        code: 'bsre',
        legallyBinding: false,
        status: (signer) => bsre.status(signer),
        sign: (request) => bsre.sign(request),
        seal: (request) => bsre.seal(request),
        sealData: () => bsre.sealData(),
      },
      niks: { kadis: people.head.nik, lama: people.late.nik, pindah: people.gone.nik, baru: people.bare.nik },
    }),
  })
})
afterAll(async () => {
  await house.close()
  await simulator.close()
})
beforeEach(() => {
  before = simulator.signed.length
})

const made = () => simulator.signed.length - before

function client(version: 'v1' | 'v2', patienceMs = 30_000): BsreSigning {
  const subscription = { ...seal, codes: sealCodeStore(sealPassphrase, seal.activationCode) }
  const options = { account: { ...account, url: simulator.url }, legallyBinding: false, seal: subscription }
  return new BsreSigning({ ...options, version, patienceMs, listenMs: 60_000 })
}

async function atSignature(): Promise<ApplicationRecord> {
  const filed = await house.file()
  await house.until(filed, { waiting: { step: 'completeness' } })
  await house.decide(filed, `${filed.number}:completeness`, 'loket', { decision: 'approve' })
  await house.decide(filed, `${filed.number}:verification`, 'vera', { decision: 'approve' })
  return house.read(filed._id)
}

const sign = (application: ApplicationRecord, secret: string = passphrase, officer = 'kadis') =>
  house.decide(application, `${application.number}:signature`, officer, { decision: 'sign' }, { passphrase: secret })

async function documentOf({ _id }: ApplicationRecord): Promise<DocumentRecord> {
  const found = await house.inside(() => IssuedDocument.find({ application: _id }).select('+signed').lean())
  const [document] = found
  if (!document || found.length !== 1) throw new Error(`expected one document, found ${found.length}`)
  return document
}

/** Closed with one document under its first number, its PDF signed once and by the simulator's authority. */
async function expectIssuedOnce(application: ApplicationRecord, signer: string): Promise<void> {
  const document = await documentOf(application)
  expect(document).toMatchObject({ signature: { provider: 'bsre', legallyBinding: false }, issuedAt: expect.any(Date) })
  const pdf = bytesOf(document.signed ?? Buffer.alloc(0))
  expect(await inspectSignature(pdf, { roots: [await simulator.root()] })).toMatchObject({
    signerName: signer,
    certificateSerial: document.signature?.serial,
    trusted: true,
  })
  expect(pdf.toString('latin1').split('/ByteRange').length - 1).toBe(1)
  const numbers = await house.inside(() => GivenNumber.find({ key: document.key }).lean())
  expect(numbers).toMatchObject([{ status: 'issued' }])
}

/** The task waits again, with its number. */
async function expectGivenBack(application: ApplicationRecord): Promise<string> {
  const now = await house.read(application._id)
  expect(now).toMatchObject({ status: 'in-progress', waiting: { step: 'signature' }, state: { latch: null } })
  return (await documentOf(application)).number
}

describe.each(['v1', 'v2'] as const)('BSrE %s', (version) => {
  beforeEach(() => {
    bsre = client(version)
  })

  test('signs what a signer signs; no passphrase and no NIK in the history', async () => {
    const application = await atSignature()
    await sign(application)
    expect(await house.read(application._id)).toMatchObject({ status: 'approved' })
    await expectIssuedOnce(application, people.head.name)
    expect(made()).toBe(1)
    const { events } = await house.handle(application).fetchHistory()
    const history = JSON.stringify(events, (key, value: unknown) =>
      key === 'data' && typeof value === 'string' ? Buffer.from(value, 'base64').toString('utf8') : value,
    )
    expect(history).toContain('signDocument')
    expect(history).not.toContain(passphrase)
    expect(history).not.toContain(people.head.nik)
  })

  test.each([
    ['signing-wrong-secret', 'kadis', 'salah'],
    ['signing-expired', 'lama', passphrase],
    ['signing-revoked', 'pindah', passphrase],
    ['signing-unregistered', 'baru', passphrase],
    ['signing-unregistered', 'tanpa-nik', passphrase],
  ])('says %s and gives the task back', async (code, officer, secret) => {
    const application = await atSignature()
    await expect(sign(application, secret, officer)).rejects.toMatchObject({ kind: 'signing', code })
    const number = await expectGivenBack(application)
    expect(made()).toBe(0)
    await sign(application)
    expect((await documentOf(application)).number).toBe(number)
    await expectIssuedOnce(application, people.head.name)
  })

  test('under maintenance gives the task back; later it signs under the same number', async () => {
    const application = await atSignature()
    simulator.order('sign', 'maintenance')
    await expect(sign(application)).rejects.toMatchObject({ kind: 'signing', code: 'signing-unavailable' })
    const number = await expectGivenBack(application)
    await sign(application)
    expect((await documentOf(application)).number).toBe(number)
    expect(made()).toBe(1)
  })

  test('that answers after everybody has given up has signed once: signing again finds its signature', async () => {
    const application = await atSignature()
    bsre = client(version, 500)
    simulator.order('sign', 'late')
    await expect(sign(application)).rejects.toMatchObject({ kind: 'signing', code: 'signing-unknown-outcome' })
    const number = await expectGivenBack(application)
    simulator.release()
    await vi.waitFor(async () => expect((await documentOf(application)).signature).not.toBeNull(), { timeout: 10_000 })
    expect((await documentOf(application)).issuedAt).toBeNull()
    await sign(application)
    expect(made()).toBe(1)
    expect((await documentOf(application)).number).toBe(number)
    await expectIssuedOnce(application, people.head.name)
  })

  test('that never answers is unknown; what is signed again is kept once, under the same number', async () => {
    const application = await atSignature()
    simulator.order('sign', 'reset')
    await expect(sign(application)).rejects.toMatchObject({ kind: 'signing', code: 'signing-unknown-outcome' })
    const number = await expectGivenBack(application)
    await sign(application)
    expect((await documentOf(application)).number).toBe(number)
    await expectIssuedOnce(application, people.head.name)
  })
})

test('an answer of version 1 that breaks off is fetched, not signed again', async () => {
  bsre = client('v1')
  const application = await atSignature()
  simulator.order('sign', 'cut')
  await sign(application)
  expect(made()).toBe(1)
  await expectIssuedOnce(application, people.head.name)
})

test('a late signature for a letter that another signer was to sign meanwhile is not kept', async () => {
  const application = await atSignature()
  bsre = client('v2', 500)
  simulator.order('sign', 'late')
  await expect(sign(application)).rejects.toMatchObject({ code: 'signing-unknown-outcome' })
  await expect(sign(application, passphrase, 'lama')).rejects.toMatchObject({ code: 'signing-expired' })
  const { digest } = await documentOf(application)
  simulator.release()
  bsre = client('v2')
  await sign(application)
  expect((await documentOf(application)).digest).not.toBe(digest)
  await expectIssuedOnce(application, people.head.name)
})

test('what no person signs is sealed by BSrE, also after a closed hour and with a code that had to be asked for', async () => {
  bsre = client('v2')
  const { at } = scene()
  const filed = await house.file()
  await house.until(filed, { waiting: { step: 'completeness' } })
  const goTo = (instant: number) =>
    fastForward(house.engine.client, house.workflowId(filed), { until: new Date(instant) })
  await goTo(at(0, '13:59'))
  await house.decide(filed, `${filed.number}:completeness`, 'loket', { decision: 'approve' })
  simulator.order('seal', 'maintenance', 2)
  await goTo(at(8, '15:31'))
  await house.until(filed, { status: 'deemed-approved' })
  expect(made()).toBe(1)
  await expectIssuedOnce(filed, seal.name)
})
