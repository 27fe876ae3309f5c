import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { balanceOf, moneyFaults } from '../../domain/payment/ledger.ts'
import { type Simulator, startSimulator } from '../../integrations/payment/simulator/simulator.ts'
import { GivenNumber } from '../../models/case/number.ts'
import { linesOf } from '../../models/payment/append-lines.ts'
import { Bill, type BillRecord } from '../../models/payment/bill.ts'
import { paidFee, paidPack } from '../setup/paid-pack.ts'
import { checkStories } from './check-stories.ts'
import type { Receipt } from './filing.ts'
import { type House, openHouse, regency } from './house.ts'
import { type Office, openOffice } from './officers.ts'
import { killAll } from './part.ts'
import { until } from './until.ts'
import { onKept } from './watch.ts'

/** The worker is killed with SIGKILL while money is on its way: nothing is asked twice, nothing is lost. */
let house: House
let office: Office
let simulator: Simulator

beforeAll(async () => {
  const serverKey = 'SB-Mid-server-faults'
  simulator = await startSimulator({ serverKey, notifyUrl: null })
  const more = { PAYMENT_URL: simulator.url, PAYMENT_SERVER_KEY: serverKey }
  house = await openHouse({ pack: await paidPack(), more })
  simulator.notifyAt(`${house.url}/api/payments/notifications`)
  office = await openOffice(house)
})
afterAll(async () => {
  await house?.close()
  await simulator?.close()
})
afterEach(async () => {
  simulator.faults.clear()
  expect(await wrongMoney()).toEqual([])
  expect(await checkStories(regency, house.workflows)).toEqual([])
})

const billOf = ({ id }: Receipt) => house.inside(() => Bill.findOne({ application: id }).lean<BillRecord>())
const untilBill = (receipt: Receipt, what: string, isSo: (bill: BillRecord) => boolean) =>
  until(what, async () => {
    const bill = await billOf(receipt)
    return bill && isSo(bill) ? bill : null
  })
const entriesOf = ({ _id }: BillRecord) => simulator.book.entries.filter(({ order }) => order.startsWith(_id))

async function lookedAt(): Promise<Receipt> {
  const receipt = await office.file('ak-1')
  await until(`${receipt.number} has a task`, () => office.openTask(receipt))
  await office.decided(receipt)
  return receipt
}

const toPay = async () => {
  const receipt = await lookedAt()
  await untilBill(receipt, 'it can be paid', ({ accounts }) => accounts.length === 2)
  return receipt
}

/** Over every bill: its own lines, and what the gateway took and gave back. */
async function wrongMoney(): Promise<string[]> {
  return house.inside(async () => {
    const faults: string[] = []
    for (const bill of await Bill.find().lean<BillRecord[]>()) {
      const balance = balanceOf(bill.state)
      const paid = entriesOf(bill).filter(({ status }) => status === 'settlement')
      const came = paid.reduce((sum, { amount }) => sum + amount, 0)
      const back = paid.flatMap(({ refunds }) => refunds).reduce((sum, { amount }) => sum + amount, 0)
      faults.push(...moneyFaults(await linesOf(bill._id), balance))
      if (came !== balance.received || back !== balance.refunded)
        faults.push(`${bill._id}: gateway ${came} and ${back}, bill ${balance.received} and ${balance.refunded}`)
      const receipts = await GivenNumber.countDocuments({ key: `receipt/${bill._id}` })
      if (receipts !== (bill.receipt ? 1 : 0)) faults.push(`${bill._id} has ${receipts} receipts`)
    }
    return faults
  })
}

test('between a charge and its answer: the order is found again, and paid once', async () => {
  const { worker } = house
  simulator.faults.add({ on: 'charge', how: 'no-answer' })
  const before = simulator.book.entries.length
  const receipt = await lookedAt()
  await until('the gateway has the order', async () => (simulator.book.entries.length > before ? true : null))
  await killAll(worker)
  await worker.start()
  const bill = await untilBill(receipt, 'it can be paid', ({ accounts }) => accounts.length === 2)
  expect(
    entriesOf(bill)
      .map(({ order }) => order)
      .sort(),
  ).toEqual([`${bill._id}-qris-1`, `${bill._id}-va-1`])
  await simulator.pay(`${bill._id}-va-1`)
  await untilBill(receipt, 'it is paid', ({ status }) => status === 'paid')
  expect(await office.toTheEnd(receipt)).toBe('approved')
})

test('between a notification and its record: heard while the worker is dead, kept once it lives', async () => {
  const { worker } = house
  const receipt = await toPay()
  const bill = await billOf(receipt)
  await killAll(worker)
  simulator.faults.add({ on: 'notify', how: 'twice' })
  await simulator.pay(`${bill?._id}-qris-1`)
  await worker.start()
  const paid = await untilBill(receipt, 'it is paid', ({ status }) => status === 'paid')
  expect(paid.balance).toMatchObject({ received: paidFee, kept: paidFee })
  expect(await office.toTheEnd(receipt)).toBe('approved')
})

test('between the case’s word and the bill’s: kept once, one receipt', async () => {
  const { worker } = house
  const receipt = await toPay()
  const bill = await billOf(receipt)
  const killed = await onKept({ application: receipt.id, type: 'bill-paid' }, () => killAll(worker))
  await simulator.pay(`${bill?._id}-va-1`)
  await killed.done
  await worker.start()
  await untilBill(receipt, 'it is paid', ({ status }) => status === 'paid')
  expect(await office.toTheEnd(receipt)).toBe('approved')
})

test('between a refund and its answer: paid back once', async () => {
  const { worker } = house
  const receipt = await toPay()
  const bill = await billOf(receipt)
  const { id } = await simulator.pay(`${bill?._id}-qris-1`)
  await untilBill(receipt, 'it is paid', ({ status }) => status === 'paid')
  simulator.faults.add({ on: 'refund', how: 'no-answer' })
  const path = `/api/applications/${receipt.id}/withdraw`
  expect((await office.intend('withdraw', path, { reason: 'Tidak jadi' }, 'warga').answer).status).toBe(200)
  await until('the gateway has paid back', async () => (simulator.book.find(id)?.refunds.length ? true : null))
  await killAll(worker)
  await worker.start()
  const after = await untilBill(receipt, 'it has gone back', ({ balance }) => balance.refunded > 0)
  expect(after.balance).toEqual({ received: paidFee, kept: 10_000, held: 0, refunding: 0, refunded: 40_000 })
  expect(simulator.book.find(id)?.refunds).toHaveLength(1)
})
