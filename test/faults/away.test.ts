import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { checkStories } from './check-stories.ts'
import type { Attempt } from './client.ts'
import { receiptOf } from './filing.ts'
import { type House, openHouse, regency } from './house.ts'
import { brokenPromises, lostMessages } from './ledger.ts'
import { startLoad } from './load.ts'
import { type Office, openOffice } from './officers.ts'
import { killAll } from './part.ts'
import { until } from './until.ts'

let house: House
let office: Office
let pids: number[]

beforeAll(async () => {
  house = await openHouse()
  office = await openOffice(house)
  pids = [house.worker.pid, house.api.pid]
})
afterAll(() => house?.close())
afterEach(async () => {
  expect(await checkStories(regency, house.workflows)).toEqual([])
  expect(house.client.attempts.filter(({ status }) => status === 500)).toEqual([])
  expect([house.worker.pid, house.api.pid], 'worker and API live on').toEqual(pids)
})

/** Nobody is left waiting for longer than this, whatever is away. */
const longestAnswerMs = 10_000

test('Temporal is away: an application is accepted and starts by itself, a decision is to be repeated', async () => {
  const { temporal, client } = house
  const known = await office.file('ak-1')
  await until('it has a task', () => office.openTask(known))
  const filing = await office.prepareFiling('ak-1')
  await killAll(temporal)
  const seen = client.attempts.length
  const accepted = filing()
  const receipt = receiptOf(await accepted.answer)
  const decision = await office.decide(known)
  await until('the decision is told to be repeated', async () => client.attempts.at(seen + 1) ?? null)
  expect(client.attempts.slice(seen, seen + 2)).toMatchObject([
    { what: 'POST /api/applications', status: 201 },
    { status: 503, code: 'outcome-unknown', retryAfter: expect.any(String) },
  ])
  await temporal.start()
  await until('it started by itself', () => office.openTask(receipt))
  expect(await brokenPromises(house, [accepted, decision])).toEqual([])
  expect(await office.toTheEnd(known)).toBe('approved')
  expect(await office.toTheEnd(receipt)).toBe('approved')
  expect(tooSlow(client.attempts)).toEqual([])
})

describe('MongoDB is away under load: calls answer 503 with a hint, then all goes on', () => {
  test.each([
    { how: 'stands still', awayMs: 30_000 },
    { how: 'is killed', awayMs: 12_000 },
  ])('$how', async ({ how, awayMs }) => {
    const { mongod, client } = house
    const known = await office.file('ak-1')
    const load = startLoad(house, office, known)
    onTestFinished(load.stop)
    await until('the load runs', async () => (load.intentions.length > 5 ? true : null))
    const from = Date.now()
    if (how === 'is killed') await killAll(mongod)
    else mongod.signal('SIGSTOP')
    const answered = () => client.attempts.filter(({ at, tookMs }) => at > from && at + tookMs < Date.now())
    await until('the outage has lasted, and been felt', async () =>
      Date.now() > from + awayMs && answered().length > 10 ? true : null,
    )
    const back = Date.now()
    if (how === 'is killed') await mongod.start()
    else mongod.signal('SIGCONT')
    await house.untilReady()
    const grown = load.intentions.length + 6
    await until('the load goes on', async () => (load.intentions.length > grown ? true : null))
    await load.stop()

    const during = client.attempts.filter(({ at, tookMs }) => at > from && at + tookMs < back)
    expect(during.length).toBeGreaterThan(10)
    expect(during.filter(({ status, retryAfter }) => status !== 503 || retryAfter === null)).toEqual([])
    expect(tooSlow(client.attempts.filter(({ at }) => at > from - longestAnswerMs))).toEqual([])
    expect(await brokenPromises(house, load.intentions)).toEqual([])
    expect(new Set(await Promise.all(load.receipts.map(office.toTheEnd)))).toEqual(new Set(['approved']))
  })
})

test('no message was lost', async () => {
  expect(await lostMessages(house)).toEqual([])
})

const tooSlow = (attempts: Attempt[]) => attempts.filter(({ tookMs }) => tookMs > longestAnswerMs)
