import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { EventType } from '../../domain/case/events.ts'
import type { Balance } from '../../domain/payment/ledger.ts'
import type { PayMethod } from '../../domain/payment/lines.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { Application } from '../../models/case/application.ts'
import { Task } from '../../models/case/task.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { flowOf } from '../../models/catalogue/catalogue.ts'
import { Bill, type BillRecord } from '../../models/payment/bill.ts'
import { checkCalls } from '../flow/walk/check/calls.ts'
import { checkMoney } from '../flow/walk/check/money.ts'
import { checkPlaces } from '../flow/walk/check/places.ts'
import { checkStories } from './check-stories.ts'
import type { Receipt } from './filing.ts'
import { type House, openHouse, regency } from './house.ts'
import { brokenPromises } from './ledger.ts'
import { type Neighbours, openNeighbours } from './neighbours.ts'
import { type Intention, type Office, openOffice } from './officers.ts'
import { newOnward } from './onward.ts'
import { killAll, type Part, startAll } from './part.ts'
import { until } from './until.ts'
import { onKept } from './watch.ts'

/** Panels, inspections, money and SIMBG, killed in the middle: one story, every rupiah once, no number missing. */
let neighbours: Neighbours
let house: House
let office: Office
let onward: ReturnType<typeof newOnward>

beforeAll(async () => {
  neighbours = await openNeighbours()
  house = await openHouse({ more: neighbours.more })
  neighbours.tellAt(house.url)
  office = await openOffice(house)
  onward = newOnward(house, office, neighbours)
})
afterAll(async () => {
  await house?.close()
  await neighbours?.close()
})
afterEach(async () => {
  expect(await checkStories(regency, house.workflows)).toEqual([])
  expect(await contradictions()).toEqual([])
  expect(house.client.attempts.filter(({ status }) => status === 500)).toEqual([])
})

/** As after each act of the random walk. */
async function contradictions(): Promise<string[]> {
  return house.inside(async () => {
    const faults: string[] = []
    for (const application of await Application.find().lean()) {
      const { _id, number, service, serviceVersion } = application
      const lines = await TimelineEntry.find({ application: _id }).sort({ seq: 1 }).lean()
      const found = [
        ...checkPlaces(application, await flowOf(service, serviceVersion), lines),
        ...(await checkMoney(neighbours.gateway, application)),
        ...(await checkCalls(neighbours.simbg, application)),
      ]
      faults.push(...found.map((fault) => `${number}: ${fault}`))
    }
    return faults
  })
}

const everything = () => [house.mongod, house.temporal, house.worker, house.api]
const isWaitingFor = (kind: string) => (now: ApplicationRecord) => now.waiting.kind === kind

async function atPayment(receipt: Receipt): Promise<void> {
  await onward.bring(receipt, isWaitingFor('payment'))
  await until('it can be paid', async () => ((await onward.billOf(receipt))?.accounts.length === 2 ? true : null))
}

async function atSimbg(receipt: Receipt): Promise<void> {
  await onward.bring(receipt, isWaitingFor('outside'))
  await until('SIMBG has it', async () => onward.filedFor(receipt) ?? null)
}

/** Of a small house. */
const fee = 350_000
const billsOf = ({ id }: Receipt) => house.inside(() => Bill.find({ application: id }).lean<BillRecord[]>())
const untilBalance = (receipt: Receipt, isSo: (balance: Balance) => boolean) =>
  until(`${receipt.number}'s money rests`, async () =>
    (await billsOf(receipt)).every(({ balance }) => isSo(balance)) ? true : null,
  )
/** What the gateway tells of it may find nobody at home. */
const pay = async (receipt: Receipt, ...methods: PayMethod[]) => {
  const accounts = (await onward.billOf(receipt))?.accounts ?? []
  for (const { order } of accounts.filter(({ method }) => methods.includes(method))) void neighbours.gateway.pay(order)
}
const openTasks = ({ id }: Receipt) => house.inside(() => Task.find({ application: id, status: 'open' }).lean())

/** All of it happens at once; at the first commit of this type the parts are killed, and started again. */
async function killedAt(on: EventType, parts: Part[], happen: () => Promise<Intention[]>): Promise<void> {
  const killed = await onKept({ type: on }, () => killAll(...parts))
  const intentions = await happen()
  await killed.done
  await startAll(...parts)
  await house.untilReady()
  expect(await brokenPromises(house, intentions)).toEqual([])
}

test('worker and API, while a panel answers, a report is signed and a card is sealed', async () => {
  const [building, eatery, card] = await Promise.all([office.file('pbg'), office.file('slhs'), office.file('ak-1')])
  await Promise.all([
    onward.bring(building, ({ waiting }) => waiting.step === 'penilaian-teknis'),
    onward.bring(eatery, ({ state }) => Object.values(state.tasks).some(({ visit }) => visit?.arrivedAt)),
    onward.bring(card, ({ waiting }) => waiting.kind === 'office'),
  ])
  await killedAt('latch-taken', [house.worker, house.api], async () => {
    const tasks = (await Promise.all([building, eatery, card].map(openTasks))).flat()
    // Two seats make the quorum; a third answer would come too late.
    return Promise.all(tasks.filter(({ seat }) => seat !== 'lalu-lintas').map(onward.decide))
  })
  expect(await Promise.all([building, eatery, card].map(onward.toTheEnd))).toEqual(['approved', 'approved', 'approved'])
})

test('everything, while one case is paid for twice over and another is withdrawn: what is not wanted goes back', async () => {
  const [paying, leaving] = await Promise.all([office.file('pbg'), office.file('pbg')])
  await Promise.all([paying, leaving].map(atPayment))
  const [late] = (await onward.billOf(leaving))?.accounts ?? []
  await killedAt('bill-paid', everything(), async () => {
    const path = `/api/applications/${leaving.id}/withdraw`
    const withdrawal = office.intend('withdraw', path, { reason: 'Batal' }, 'warga')
    await pay(paying, 'va', 'qris')
    return [withdrawal]
  })
  if (late) await neighbours.gateway.pay(late.order, { anyway: true })
  expect(await onward.toTheEnd(paying)).toBe('approved')
  expect(await office.read(leaving)).toMatchObject({ status: 'withdrawn' })
  for (const receipt of [paying, leaving]) await untilBalance(receipt, ({ refunded }) => refunded === fee)
  expect(await billsOf(paying)).toMatchObject([{ status: 'paid', balance: { received: 2 * fee, kept: fee } }])
  expect(await billsOf(leaving)).toMatchObject([{ status: 'cancelled', balance: { received: fee, kept: 0 } }])
})

test('everything, while SIMBG answers one case and is handed another', async () => {
  const [answered, handed] = await Promise.all([office.file('pbg'), office.file('pbg')])
  await Promise.all([atSimbg(answered), atPayment(handed)])
  await killedAt('call-answered', everything(), async () => {
    const filed = onward.filedFor(answered)
    if (!filed) throw new Error('nothing was filed')
    neighbours.simbg.issue(filed, new Date('2026-11-28T03:00:00Z'))
    await pay(handed, 'qris')
    await neighbours.simbg.tell(filed).catch(() => 0)
    return []
  })
  expect(await Promise.all([answered, handed].map(onward.toTheEnd))).toEqual(['approved', 'approved'])
  expect(await billsOf(handed)).toMatchObject([{ status: 'paid' }])
})
