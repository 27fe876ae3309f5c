import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationRecord } from '../../models/case/application.ts'
import type { BillRecord } from '../../models/payment/bill.ts'
import { type BillHouse, day, openBillHouse } from './bill-house.ts'
import { fee } from './paid-licence.ts'

let house: BillHouse

beforeAll(async () => {
  house = await openBillHouse()
})
afterAll(() => house.close())
afterEach(async () => {
  house.simulator.faults.clear()
  house.backToNow()
  expect(await house.faults()).toEqual([])
})

const hasAccounts = ({ accounts }: BillRecord) => accounts.length === 2
const isPaid = ({ status }: BillRecord) => status === 'paid'
const quiet = ({ balance, state }: BillRecord) =>
  balance.held === 0 &&
  balance.refunding === 0 &&
  Object.values(state.orders).every(({ status }) => status === 'closed')

async function toPay(answers?: Record<string, unknown>): Promise<ApplicationRecord> {
  const application = await house.atPayment(answers)
  await house.untilBill(application, hasAccounts)
  return application
}

async function paid(application: ApplicationRecord): Promise<BillRecord> {
  const { id } = await house.simulator.pay(await house.order(application, 'va'))
  await house.tell(application, id)
  return house.untilBill(application, (bill) => isPaid(bill) && quiet(bill))
}

describe('a bill', () => {
  test('paid in time ends the step; the other account is closed and a receipt has its number', async () => {
    const application = await toPay()
    expect(await house.read(application._id)).toMatchObject({ waiting: { kind: 'payment' } })
    const qris = await house.order(application, 'qris')
    const bill = await paid(application)
    expect(bill).toMatchObject({
      amount: fee,
      balance: { received: fee, kept: fee, held: 0, refunding: 0, refunded: 0 },
      receipt: expect.stringMatching(/^KW-\d{4}-\d{6}$/),
      attention: null,
    })
    expect(house.simulator.book.find(qris)?.status).toBe('cancel')
    await house.until(application, { waiting: { kind: 'office', step: 'verification' } })
    await house.decide(application, `${application.number}:verification`, 'vera', { decision: 'approve' })
    await house.until(application, { status: 'approved' })
  })

  test('adds up the fees that the answers make due, and none where nothing is', async () => {
    const sentHome = await toPay({ diantar: true })
    expect((await house.billOf(sentHome)).amount).toBe(fee + 20_000)
    const free = await house.atPayment({ gratis: true })
    await house.until(free, { waiting: { kind: 'office', step: 'verification' } })
    expect(await house.bills(free)).toEqual([])
  })

  test('whose charges were never answered is looked up: one account each, none of them lost', async () => {
    house.simulator.faults.add({ on: 'charge', how: 'no-answer', times: 2 })
    const application = await toPay()
    const { _id, accounts } = await house.billOf(application)
    const entries = house.simulator.book.entries.filter(({ order }) => order.startsWith(_id))
    expect(accounts.map(({ order }) => order).sort()).toEqual([`${_id}-qris-2`, `${_id}-va-1`])
    expect(entries.map(({ order, status }) => [order, status]).sort()).toEqual([
      [`${_id}-qris-1`, 'cancel'],
      [`${_id}-qris-2`, 'pending'],
      [`${_id}-va-1`, 'pending'],
    ])
  })

  test('paid before its charge was answered is paid', async () => {
    house.simulator.faults.add({ on: 'charge', how: 'paid-first' })
    const application = await house.atPayment()
    await house.tell(application).catch(() => undefined)
    await house.until(application, { waiting: { kind: 'payment' } }).catch(() => undefined)
    await house.untilBill(application, () => true)
    await house.tell(application)
    await house.untilBill(application, isPaid)
  })

  test('whose gateway is under maintenance gets its accounts when it is back', async () => {
    house.simulator.faults.add({ on: 'charge', how: 'maintenance', times: 3 })
    await toPay()
  })

  test('is found paid by asking where nobody told of it', async () => {
    const application = await toPay()
    await house.simulator.pay(await house.order(application, 'qris'))
    await house.pass(application, 2 * 60_000)
    await house.untilBill(application, isPaid)
    await house.until(application, { waiting: { step: 'verification' } })
  })
})

describe('money that is not wanted goes back', () => {
  test('paid twice: one is kept, the other is refunded, also when told of twice', async () => {
    const application = await toPay()
    const qris = await house.order(application, 'qris')
    await paid(application)
    const { id } = await house.simulator.pay(qris, { anyway: true })
    await Promise.all([house.tell(application, id), house.tell(application, id)])
    const bill = await house.untilBill(application, ({ balance }) => balance.refunded === fee)
    expect(bill.balance).toEqual({ received: 2 * fee, kept: fee, held: 0, refunding: 0, refunded: fee })
    expect(bill.state.refunds).toMatchObject({ [`back-${id}`]: { reason: 'double', status: 'done', by: 'gateway' } })
  })

  test('a second transfer to the same account too', async () => {
    const application = await toPay()
    const va = await house.order(application, 'va')
    await paid(application)
    const { id } = await house.simulator.pay(va, { anyway: true })
    await house.tell(application, id)
    await house.untilBill(application, ({ balance }) => balance.refunded === fee)
  })

  test('expired: the case lapses, the accounts are closed; paid after that it is refunded', async () => {
    const application = await toPay()
    const va = await house.order(application, 'va')
    await house.lapse(application)
    await house.until(application, { status: 'lapsed' })
    await house.untilBill(application, (bill) => bill.status === 'cancelled' && quiet(bill))
    await house.simulator.pay(va, { anyway: true })
    await house.pass(application, day + 60_000)
    const bill = await house.untilBill(application, ({ balance }) => balance.refunded === fee)
    expect(bill).toMatchObject({ status: 'cancelled', balance: { received: fee, kept: 0 }, receipt: null })
    expect(Object.values(bill.state.refunds)).toMatchObject([{ reason: 'late' }])
  })

  test('withdrawn before paying: nobody can pay any more, and who does has it back', async () => {
    const application = await toPay()
    const va = await house.order(application, 'va')
    await house.withdraw(application)
    await house.untilBill(application, (bill) => bill.status === 'cancelled' && quiet(bill))
    expect(() => house.simulator.book.pay(va)).toThrow()
    const { id } = await house.simulator.pay(va, { anyway: true })
    await house.tell(application, id)
    await house.untilBill(application, ({ balance }) => balance.refunded === fee)
  })

  test('withdrawn after paying: as much as the step’s rule says, once', async () => {
    const application = await toPay()
    await paid(application)
    await house.withdraw(application)
    const bill = await house.untilBill(application, ({ balance }) => balance.refunded > 0)
    expect(bill).toMatchObject({ status: 'paid', balance: { kept: 30_000, refunded: 120_000 } })
    expect(Object.values(bill.state.refunds)).toMatchObject([{ reason: 'withdrawn', amount: 120_000 }])
  })

  test('a refund that fails, and then is not answered, is made once', async () => {
    const application = await toPay()
    await paid(application)
    house.simulator.faults.add({ on: 'refund', how: 'error' })
    house.simulator.faults.add({ on: 'refund', how: 'no-answer' })
    await house.withdraw(application)
    await house.untilBill(application, ({ balance }) => balance.refunded === 120_000)
  })

  test('a refund that the gateway will not make waits for a hand, before everything else', async () => {
    const application = await toPay()
    await paid(application)
    house.simulator.faults.add({ on: 'refund', how: 'refuse' })
    await house.withdraw(application)
    const bill = await house.untilBill(application, ({ attention }) => attention === 'refund-by-hand')
    expect(bill).toMatchObject({ rank: 4, balance: { refunding: 120_000, refunded: 0, kept: 30_000 } })
  })
})

describe('a bill’s own life', () => {
  test('word of money that the gateway would not confirm then is looked into again within minutes', async () => {
    const application = await toPay()
    await house.pass(application, day)
    house.simulator.faults.add({ on: 'status', how: 'maintenance', times: 1_000 })
    const { id } = await house.simulator.pay(await house.order(application, 'va'))
    await house.tell(application, id)
    await expect.poll(() => house.failedLooks(application), { timeout: 40_000 }).toBeGreaterThan(0)
    house.simulator.faults.clear()
    await house.pass(application, 2 * 60_000)
    await house.untilBill(application, isPaid)
  })

  test('tells Temporal nothing of who pays, nor where', async () => {
    const application = await toPay()
    const { _id, accounts } = await house.billOf(application)
    const account = accounts.flatMap((each) => ('number' in each.account ? each.account.number : []))
    const handle = house.engine.client.workflow.getHandle(`bill/${house.regency}/${_id}`)
    const { events } = await handle.fetchHistory()
    const payloads = JSON.stringify(events, (key, value: unknown) =>
      key === 'data' && typeof value === 'string' ? Buffer.from(value, 'base64').toString('utf8') : value,
    )
    expect(payloads).toContain(_id)
    for (const personal of ['Siti Rahayu', '3510014506900001', 'siti@contoh.test', ...account]) {
      expect(payloads).not.toContain(personal)
    }
  })

  test('ends thirty days after its end, and begins again for what comes later', async () => {
    const application = await toPay()
    const qris = await house.order(application, 'qris')
    await paid(application)
    await house.pass(application, 29 * day)
    expect(await house.isRunning(application)).toBe(true)
    await house.pass(application, 3 * day)
    await expect.poll(() => house.isRunning(application), { timeout: 20_000 }).toBe(false)
    const { id } = await house.simulator.pay(qris, { anyway: true })
    await house.tell(application, id)
    await house.untilBill(application, ({ balance }) => balance.refunded === fee)
  })

  test('goes on where the worker was stopped between the money and its record', async () => {
    const application = await toPay()
    const va = await house.order(application, 'va')
    await house.stopWorker()
    const { id } = await house.simulator.pay(va)
    await house.tell(application, id)
    await house.startWorker()
    const bill = await house.untilBill(application, isPaid)
    expect(bill.balance).toMatchObject({ received: fee, kept: fee })
  })
})
