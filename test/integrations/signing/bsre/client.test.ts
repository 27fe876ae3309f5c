import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { renderLetter } from '../../../../documents/render.ts'
import { inspectSignature } from '../../../../documents/verify.ts'
import { freePort } from '../../../../infra/servers/ports.ts'
import { BsreSigning } from '../../../../integrations/signing/bsre/bsre-signing.ts'
import { refusalOf } from '../../../../integrations/signing/bsre/failures.ts'
import type { SealCode, SealCodeStore } from '../../../../integrations/signing/bsre/seal-codes.ts'
import { type BsreSimulator, startBsreSimulator } from '../../../../integrations/signing/bsre/simulator/server.ts'
import type { SignedPdf, SignRequest } from '../../../../integrations/signing/signing.ts'
import { letterInput } from '../../../documents/fixtures/letters.ts'
import { account, keysInMemory, passphrase, people, seal, stranger } from './people.ts'

let simulator: BsreSimulator
let letter: Uint8Array
let keys: number

beforeAll(async () => {
  letter = await renderLetter(letterInput())
  keys = 0
  const options = { keys: keysInMemory(), people: Object.values(people), seal, account, port: 0, latencyMs: 0 }
  simulator = await startBsreSimulator(options)
})
afterAll(() => simulator.close())
afterEach(() => {
  simulator.release()
})

type Change = { patienceMs?: number; url?: string; password?: string; codes?: SealCodeStore | null }

function client(version: 'v1' | 'v2', { patienceMs = 20_000, url, password, codes = codesInMemory() }: Change = {}) {
  return new BsreSigning({
    account: { ...account, url: url ?? simulator.url, ...(password ? { password } : {}) },
    version,
    legallyBinding: false,
    seal: codes ? { ...seal, codes } : undefined,
    patienceMs,
    listenMs: 30_000,
  })
}

function request(nik: string | null, change: Partial<SignRequest> = {}): SignRequest {
  keys += 1
  return {
    idempotencyKey: `document/${keys}`,
    pdf: letter,
    signer: { id: 'contoh/kadis', nik, name: 'Petugas kadis', position: 'Kepala Dinas' },
    secret: passphrase,
    reason: 'Izin Contoh',
    location: 'Contoh',
    ...change,
  }
}

const toSeal = () => ({ ...request(null), agency: { id: 'contoh/dinas', name: 'Dinas Contoh' } })

async function madeBy(work: Promise<unknown>): Promise<number> {
  const before = simulator.signed.length
  await work
  return simulator.signed.length - before
}

/** Bytes that hold, with one signature by the simulator's authority. */
async function expectSigned({ pdf, certificateSerial }: SignedPdf, name: string): Promise<void> {
  const roots = [await simulator.root()]
  const found = await inspectSignature(pdf, { roots })
  expect(found).toMatchObject({ signerName: name, certificateSerial, integrity: true, trusted: true })
  expect(Buffer.from(pdf).toString('latin1').split('/ByteRange').length - 1).toBe(1)
  expect(Buffer.from(pdf.subarray(0, letter.length)).equals(Buffer.from(letter))).toBe(true)
}

describe.each(['v1', 'v2'] as const)('%s', (version) => {
  test('signs what it is given, once', async () => {
    const signed = client(version).sign(request(people.head.nik))
    expect(await madeBy(signed)).toBe(1)
    await expectSigned(await signed, people.head.name)
  })

  test.each([
    ['active', people.head.nik],
    ['expired', people.late.nik],
    ['revoked', people.gone.nik],
    ['unregistered', people.bare.nik],
    ['unregistered', stranger],
    ['unregistered', null],
  ])('says %s of a signer', async (standing, nik) => {
    expect(await client(version).status({ id: 'x', nik })).toBe(standing)
  })

  test.each([
    ['expired', people.late.nik],
    ['revoked', people.gone.nik],
    ['unregistered', people.bare.nik],
    ['unregistered', stranger],
    ['unregistered', null],
  ])('refuses as %s, and signs nothing', async (code, nik) => {
    const refused = expect(client(version).sign(request(nik))).rejects.toMatchObject({ code })
    expect(await madeBy(refused)).toBe(0)
  })

  test('tells a wrong passphrase from everything else, and quotes it nowhere', async () => {
    const error: unknown = await client(version)
      .sign(request(people.head.nik, { secret: 'rahasia-keliru' }))
      .catch((caught: unknown) => caught)
    expect(error).toMatchObject({ code: 'wrong-secret' })
    expect(`${(error as Error).stack}${JSON.stringify(error)}`).not.toMatch(/rahasia-keliru|3510010101700001/)
  })

  test('knows a maintenance page, and that nothing was signed', async () => {
    simulator.order('sign', 'maintenance')
    const refused = expect(client(version).sign(request(people.head.nik))).rejects.toMatchObject({
      code: 'unavailable',
    })
    expect(await madeBy(refused)).toBe(0)
  })

  test('knows a service that is not there, and one that does not know this client', async () => {
    const nowhere = client(version, { url: `http://127.0.0.1:${await freePort()}` })
    await expect(nowhere.sign(request(people.head.nik))).rejects.toMatchObject({ code: 'unavailable' })
    const unknown = client(version, { password: 'lain' })
    await expect(unknown.sign(request(people.head.nik))).rejects.toMatchObject({ code: 'unavailable' })
  })

  test.each(['reset', 'gateway'] as const)('calls %s after the work an unknown outcome', async (fault) => {
    simulator.order('sign', fault)
    const unknown = expect(client(version).sign(request(people.head.nik))).rejects.toMatchObject({
      code: 'unknown-outcome',
    })
    expect(await madeBy(unknown)).toBe(1)
  })

  test('keeps one signature of a request that was carried out twice', async () => {
    simulator.order('sign', 'twice')
    await expectSigned(await client(version).sign(request(people.head.nik)), people.head.name)
  })

  test('hands over what comes late, and joins what is under way instead of signing again', async () => {
    const impatient = client(version, { patienceMs: 400 })
    const late = vi.fn(async (_: SignedPdf) => undefined)
    const asked = request(people.head.nik, { late })
    simulator.order('sign', 'late')
    const before = simulator.signed.length
    await expect(impatient.sign(asked)).rejects.toMatchObject({ code: 'unknown-outcome' })
    await expect(impatient.sign(asked)).rejects.toMatchObject({ code: 'unknown-outcome' })
    expect(simulator.signed.length - before).toBe(1)
    expect(late).not.toHaveBeenCalled()
    const again = impatient.sign(asked)
    simulator.release()
    await expectSigned(await again, people.head.name)
    await vi.waitFor(() => expect(late).toHaveBeenCalledTimes(2))
    expect(simulator.signed.length - before).toBe(1)
  })
})

test('v1 fetches an answer that broke off by its id, and does not sign again', async () => {
  simulator.order('sign', 'cut')
  simulator.order('download', 'maintenance')
  const signed = client('v1').sign(request(people.head.nik))
  expect(await madeBy(signed)).toBe(1)
  await expectSigned(await signed, people.head.name)
})

test('v2 cannot ask for an answer that broke off: unknown', async () => {
  simulator.order('sign', 'cut')
  await expect(client('v2').sign(request(people.head.nik))).rejects.toMatchObject({ code: 'unknown-outcome' })
})

test('v2 takes a one-time code of six digits in place of the passphrase', async () => {
  await expectSigned(await client('v2').sign(request(people.head.nik, { secret: '246810' })), people.head.name)
  const wrong = client('v2').sign(request(people.head.nik, { secret: '000000' }))
  await expect(wrong).rejects.toMatchObject({ code: 'wrong-secret' })
})

describe('the seal', () => {
  test('is opened by a code that is asked for, kept, and used while it lasts', async () => {
    const codes = codesInMemory()
    const one = client('v2', { codes })
    await expectSigned(await one.seal(toSeal()), seal.name)
    const first = await codes.load()
    await expectSigned(await client('v1', { codes }).seal(toSeal()), seal.name)
    expect(await codes.load()).toEqual(first)
  })

  test('rolls a code that has ended, and begins anew from the activation when the chain has broken', async () => {
    const codes = codesInMemory({ code: '999999', expiresAt: Date.now() - 1 })
    await expectSigned(await client('v2', { codes }).seal(toSeal()), seal.name)
    const refused = codesInMemory({ code: '999999', expiresAt: Date.now() + 600_000 })
    await expectSigned(await client('v2', { codes: refused }).seal(toSeal()), seal.name)
  })

  test('of an office that has none is refused', async () => {
    await expect(client('v2', { codes: null }).seal(toSeal())).rejects.toMatchObject({ code: 'unregistered' })
  })
})

test.each([
  [400, 'application/json', '{"error":"x","status_code":2011}', 'unregistered'],
  [400, 'application/json', '{"error":"x","status_code":"2021"}', 'unregistered'],
  [400, 'application/json', '{"error":"x","status_code":2031}', 'wrong-secret'],
  [200, 'text/html', '<html>Pemeliharaan</html>', 'unavailable'],
  [503, 'text/html', '<html>', 'unavailable'],
  [429, 'application/json', '{}', 'unavailable'],
  [422, 'application/json', '{"error":"x","status_code":9999}', 'unavailable'],
  [408, 'text/plain', '', 'unknown-outcome'],
  [500, 'application/json', '{"error":"x"}', 'unknown-outcome'],
  [502, 'text/html', '<html>', 'unknown-outcome'],
  [200, 'application/json', 'null', 'unknown-outcome'],
])('an answer %d %s %s is %s', (status, contentType, body, code) => {
  expect(refusalOf(status, contentType, body)).toBe(code)
})

function codesInMemory(kept?: SealCode): SealCodeStore {
  return {
    load: async () => kept,
    async replace(before, next) {
      if (kept?.expiresAt !== before?.expiresAt) return false
      kept = next
      return true
    },
  }
}
