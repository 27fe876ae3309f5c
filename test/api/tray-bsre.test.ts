import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readPack } from '../../catalogue/pack/read-pack.ts'
import type { ApplicationReceipt } from '../../contracts/applications.ts'
import { projectRoot } from '../../infra/env.ts'
import type { SimulatedPerson } from '../../integrations/signing/bsre/simulator/office.ts'
import { type BsreSimulator, startBsreSimulator } from '../../integrations/signing/bsre/simulator/server.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { GivenNumber } from '../../models/case/number.ts'
import { account, keysInMemory, seal } from '../integrations/signing/bsre/people.ts'
import { type CaseApiHouse, openCaseApiHouse, passphrase } from './case-api-house.ts'
import { told, toSign, trayHands } from './tray-hands.ts'

let house: CaseApiHouse
let hands: ReturnType<typeof trayHands>
let simulator: BsreSimulator
let head: SimulatedPerson
let before: { calls: number; signed: number }

beforeAll(async () => {
  const { people } = await readPack(join(projectRoot, 'packs/banyuwangi'))
  const { name, nik } = people.find(({ email }) => email === 'kades@demo.test') ?? {}
  if (!name || !nik) throw new Error('the village head has no NIK')
  head = { nik, name, passphrase }
  simulator = await startBsreSimulator({ keys: keysInMemory(), people: [head], seal, account, port: 0, latencyMs: 150 })
  house = await openCaseApiHouse({
    env: {
      SIGNING: 'bsre-v2',
      BSRE_URL: simulator.url,
      BSRE_USERNAME: account.username,
      BSRE_PASSWORD: account.password,
    },
  })
  hands = trayHands(house)
})
afterAll(async () => {
  await house.close()
  await simulator.close()
})
beforeEach(() => {
  before = { calls: asked(), signed: simulator.signed.length }
  delete head.standing
})

const asked = () => simulator.calls.filter((each) => each === 'sign').length
const sent = () => asked() - before.calls
const made = () => simulator.signed.length - before.signed

/** Each closed with one document under one number, signed. */
async function expectIssuedOnce(letters: ApplicationReceipt[]): Promise<void> {
  for (const { id } of letters) {
    const documents = await house.inside(() => IssuedDocument.find({ application: id }).lean())
    expect(documents).toMatchObject([{ signature: { provider: 'bsre' }, issuedAt: expect.any(Date) }])
    const numbers = await house.inside(() => GivenNumber.find({ key: documents[0]?.key ?? '' }).lean())
    expect(numbers).toMatchObject([{ status: 'issued', text: documents[0]?.number }])
  }
}

const numbersOf = (letters: ApplicationReceipt[]) =>
  house.inside(async () => {
    const documents = await IssuedDocument.find({ application: { $in: letters.map(({ id }) => id) } }).lean()
    return new Map(documents.map(({ application, number }) => [application, number]))
  })

test('a signature that BSrE made and could not tell is unknown: the rest goes on, and it is signed again under its number', async () => {
  const letters = await hands.letters(5)
  simulator.order('sign', 'gateway', 1)
  const after = await hands.ended(await hands.sign(letters.map(toSign)))
  expect(told(after)).toEqual(['unknown signing-unknown', 'done', 'done', 'done', 'done'])
  const [lost] = letters
  if (!lost) throw new Error('not filed')
  const reserved = (await numbersOf([lost])).get(lost.id)
  const [row] = await hands.tray([lost])
  expect(row?.lookFirst.map(({ code }) => code)).toEqual(['attempt-unknown'])
  expect(told(await hands.ended(await hands.sign([toSign(lost)])))).toEqual(['done'])
  expect((await numbersOf([lost])).get(lost.id)).toBe(reserved)
  expect(made()).toBe(6)
  await expectIssuedOnce(letters)
})

test('a passphrase that stops being right in the middle stops the rest at once', async () => {
  const letters = await hands.letters(12)
  const job = await hands.sign(letters.map(toSign))
  await expect
    .poll(async () => told(await hands.job(job.id)).filter((state) => state === 'done').length, {
      interval: 20,
      timeout: 30_000,
    })
    .toBeGreaterThan(0)
  simulator.order('sign', 'refused', 20)
  const states = told(await hands.ended(job))
  simulator.forget()
  const count = (state: string) => states.filter((each) => each === state).length
  expect(count('done')).toBe(made())
  expect(count('refused signing-wrong-secret')).toBeGreaterThan(0)
  expect(count('refused signing-wrong-secret'), 'no more than were on their way').toBeLessThanOrEqual(4)
  expect(count('skipped signing-wrong-secret')).toBeGreaterThan(0)
  expect(sent()).toBe(made() + count('refused signing-wrong-secret'))
  const left = letters.filter((_, index) => states[index] !== 'done')
  expect(told(await hands.ended(await hands.sign(left.map(toSign))))).toEqual(left.map(() => 'done'))
  expect(made()).toBe(letters.length)
  await expectIssuedOnce(letters)
})

test('a wrong passphrase reaches BSrE once, for it locks out who repeats one', async () => {
  const letters = await hands.letters(4)
  const states = told(await hands.ended(await hands.sign(letters.map(toSign), 'Bukan-Frasa-Sandi')))
  expect(states).toEqual([
    'refused signing-wrong-secret',
    ...letters.slice(1).map(() => 'skipped signing-wrong-secret'),
  ])
  expect([sent(), made()]).toEqual([1, 0])
})

test('a certificate that has expired, and maintenance, are told once and leave the rest alone', async () => {
  const letters = await hands.letters(3)
  head.standing = 'EXPIRED'
  expect(told(await hands.ended(await hands.sign(letters.map(toSign))))).toEqual([
    'refused signing-expired',
    'skipped signing-expired',
    'skipped signing-expired',
  ])
  delete head.standing
  simulator.order('sign', 'maintenance', 1)
  expect(told(await hands.ended(await hands.sign(letters.map(toSign))))).toEqual([
    'refused signing-unavailable',
    'skipped signing-unavailable',
    'skipped signing-unavailable',
  ])
  const numbers = await numbersOf(letters)
  expect(numbers.size, 'what was not attempted has no number yet').toBe(1)
  expect(told(await hands.ended(await hands.sign(letters.map(toSign))))).toEqual(['done', 'done', 'done'])
  await expectIssuedOnce(letters)
})

test('a service that never answers is left after three documents', async () => {
  const letters = await hands.letters(5)
  simulator.order('sign', 'gateway', 5)
  expect(told(await hands.ended(await hands.sign(letters.map(toSign))))).toEqual([
    ...letters.slice(0, 3).map(() => 'unknown signing-unknown'),
    ...letters.slice(3).map(() => 'skipped signing-silent'),
  ])
  simulator.forget()
})
