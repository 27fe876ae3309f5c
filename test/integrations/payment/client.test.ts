import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MidtransGateway } from '../../../integrations/payment/midtrans/client.ts'
import {
  GrossAmount,
  isSigned,
  signatureOf,
  WireNotification,
  WireTime,
  wireTime,
} from '../../../integrations/payment/midtrans/wire.ts'
import { type ChargeRequest, PaymentError } from '../../../integrations/payment/payment.ts'
import { type Simulator, startSimulator } from '../../../integrations/payment/simulator/simulator.ts'
import { type Listener, startListener } from './listener.ts'

const serverKey = 'SB-Mid-server-test'
let now = Date.UTC(2026, 10, 28, 3)
let simulator: Simulator
let listener: Listener
let gateway: MidtransGateway
/** Waits shortly, for answers that never come. */
let hasty: MidtransGateway

beforeEach(async () => {
  now = Date.UTC(2026, 10, 28, 3)
  listener = await startListener()
  simulator = await startSimulator({ serverKey, notifyUrl: listener.url, now: () => now })
  gateway = new MidtransGateway({ url: simulator.url, serverKey, timeoutMs: 20_000 })
  hasty = new MidtransGateway({ url: simulator.url, serverKey, timeoutMs: 400 })
})
afterEach(async () => {
  await simulator.close()
  await listener.close()
})

const asked = (changes: Partial<ChargeRequest> = {}): ChargeRequest => ({
  order: 'b-va-1',
  amount: 150_000,
  method: 'va',
  bank: 'bri',
  at: now,
  until: now + 86_400_000,
  ...changes,
})
const failing = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => error,
  )
const codeOf = async (call: Promise<unknown>) => {
  const error = await failing(call)
  return error instanceof PaymentError ? [error.code, error.status] : error
}

describe('a charge', () => {
  test('gives an account to pay into, or a code to scan; the code is told once', async () => {
    expect(await gateway.charge(asked())).toMatchObject({
      order: 'b-va-1',
      amount: 150_000,
      status: 'pending',
      account: { bank: 'bri', number: expect.stringMatching(/^\d{16}$/) },
    })
    expect(await gateway.charge(asked({ order: 'b-qris-1', method: 'qris' }))).toMatchObject({
      account: { qr: `${simulator.url}/bayar/b-qris-1` },
    })
    expect(await gateway.status('b-qris-1')).toMatchObject({ status: 'pending', account: null })
  })

  test('is taken once for an order', async () => {
    await gateway.charge(asked())
    expect(await codeOf(gateway.charge(asked()))).toEqual(['refused', '406'])
    expect(simulator.book.entries).toHaveLength(1)
  })

  test('that was done and never answered is found by its order', async () => {
    simulator.faults.add({ on: 'charge', how: 'no-answer' })
    expect(await codeOf(hasty.charge(asked()))).toEqual(['unknown-outcome', null])
    expect(await gateway.status('b-va-1')).toMatchObject({ status: 'pending', account: { bank: 'bri' } })
  })

  test('that was neither done nor answered is not found', async () => {
    simulator.faults.add({ on: 'charge', how: 'no-effect' })
    expect(await codeOf(hasty.charge(asked()))).toEqual(['unknown-outcome', null])
    expect(await gateway.status('b-va-1')).toBeNull()
  })

  test('may be paid, and told so, before it is answered', async () => {
    simulator.faults.add({ on: 'charge', how: 'paid-first' })
    const { id } = await gateway.charge(asked())
    expect(listener.heard).toMatchObject([{ order_id: 'b-va-1', transaction_id: id, transaction_status: 'settlement' }])
  })

  test('during maintenance was not made; after an error nobody knows', async () => {
    simulator.faults.add({ on: 'charge', how: 'maintenance' })
    expect(await codeOf(gateway.charge(asked()))).toEqual(['unavailable', '503'])
    simulator.faults.add({ on: 'charge', how: 'error' })
    expect(await codeOf(gateway.charge(asked()))).toEqual(['unknown-outcome', '500'])
    await gateway.charge(asked())
  })
})

describe('money', () => {
  test('is told with a signature, and found by asking where the telling was lost', async () => {
    await gateway.charge(asked())
    simulator.faults.add({ on: 'notify', how: 'lost' })
    const { id } = await simulator.pay('b-va-1')
    expect(listener.heard).toEqual([])
    expect(await gateway.status('b-va-1')).toMatchObject({ id, status: 'paid', amount: 150_000, paidAt: now })
    await gateway.charge(asked({ order: 'b-va-2' }))
    simulator.faults.add({ on: 'notify', how: 'twice' })
    await simulator.pay('b-va-2')
    expect(listener.heard).toHaveLength(2)
    const [told] = listener.heard.map((body) => WireNotification.parse(body))
    if (!told) throw new Error('nothing was told')
    expect(isSigned(told, serverKey)).toBe(true)
    expect(isSigned({ ...told, gross_amount: '150001.00' }, serverKey)).toBe(false)
    expect(isSigned(told, 'another key')).toBe(false)
  })

  test('that comes after the end or a second time is another transaction', async () => {
    await gateway.charge(asked())
    now += 2 * 86_400_000
    expect(await gateway.status('b-va-1')).toMatchObject({ status: 'expired' })
    const late = await simulator.pay('b-va-1', { anyway: true })
    const second = await simulator.pay('b-va-1', { anyway: true })
    expect(second.id).not.toBe(late.id)
    expect(await gateway.status(late.id)).toMatchObject({ id: late.id, status: 'paid' })
    expect(await gateway.status('b-va-1')).toMatchObject({ id: second.id, status: 'paid' })
  })

  test('is not taken any more once the order is cancelled', async () => {
    await gateway.charge(asked())
    await gateway.cancel('b-va-1')
    expect(await gateway.status('b-va-1')).toMatchObject({ status: 'cancelled' })
    expect(await codeOf(gateway.cancel('b-va-1'))).toEqual(['refused', '412'])
    expect(() => simulator.book.pay('b-va-1')).toThrow('Order is not open')
  })

  test('goes back once for each key, also in part; an unanswered refund is found', async () => {
    await gateway.charge(asked())
    const { id: transaction } = await simulator.pay('b-va-1')
    const back = (key: string, amount: number, by = gateway) =>
      by.refund({ transaction, key, amount, reason: 'withdrawn' })
    simulator.faults.add({ on: 'refund', how: 'error' })
    simulator.faults.add({ on: 'refund', how: 'no-answer' })
    expect(await codeOf(back('r-1', 100_000))).toEqual(['unknown-outcome', '500'])
    expect(await codeOf(back('r-1', 100_000, hasty))).toEqual(['unknown-outcome', null])
    expect(await gateway.status(transaction)).toMatchObject({
      status: 'paid',
      refunds: [{ key: 'r-1', amount: 100_000 }],
    })
    expect(await codeOf(back('r-1', 100_000))).toEqual(['refused', '406'])
    expect(await codeOf(back('r-2', 50_001))).toEqual(['refused', '412'])
    await back('r-2', 50_000)
    expect(await gateway.status(transaction)).toMatchObject({ status: 'paid', amount: 150_000 })
  })
})

test('a wrong key is refused, a gateway that is away is unavailable', async () => {
  const stranger = new MidtransGateway({ url: simulator.url, serverKey: 'wrong' })
  expect(await codeOf(stranger.status('b-va-1'))).toEqual(['refused', '401'])
  await simulator.close()
  expect(await codeOf(gateway.charge(asked()))).toEqual(['unavailable', null])
})

test('amounts are whole rupiah and nothing else', () => {
  expect(GrossAmount.parse('100000.00')).toBe(100_000)
  for (const text of ['100000', '100000.5', '100000.50', '1e5.00', '-1.00', '01.00', ' 1.00', '1,000.00', 100_000]) {
    expect(GrossAmount.safeParse(text).success, String(text)).toBe(false)
  }
})

test('times are Jakarta’s; the signature is the one that the gateway documents', () => {
  expect(wireTime(Date.UTC(2026, 10, 27, 20, 5, 9))).toBe('2026-11-28 03:05:09')
  expect(WireTime.parse('2026-11-28 03:05:09')).toBe(Date.UTC(2026, 10, 27, 20, 5, 9))
  const signed = { order_id: '1111', status_code: '200', gross_amount: '100000.00' }
  expect(signatureOf(signed, 'askvnoibnosifnboseofinbofinfgbiufglnbfg')).toMatch(/^[0-9a-f]{128}$/)
})
