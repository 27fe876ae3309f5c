import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BillDetail, BillRow } from '../../contracts/bills.ts'
import { signatureOf } from '../../integrations/payment/midtrans/wire.ts'
import { paidFee } from '../setup/paid-pack.ts'
import { type MoneyHouse, openMoneyHouse, serverKey } from './money-house.ts'

let house: MoneyHouse

beforeAll(async () => {
  house = await openMoneyHouse()
})
afterAll(() => house.close())

describe('the applicant', () => {
  test('sees what to pay, where and until when; pays; goes on, with a receipt', async () => {
    const receipt = await house.toPay()
    const before = await house.bill('warga', receipt.id)
    expect(before).toMatchObject({
      amount: paidFee,
      status: 'open',
      step: { id: 'Pembayaran retribusi' },
      fees: [{ name: { id: 'Retribusi' }, amount: paidFee }],
      receipt: null,
      refunds: [],
    })
    expect(before.ways).toMatchObject([
      { method: 'va', bank: 'bri', number: expect.stringMatching(/^\d{16}$/) },
      { method: 'qris', image: expect.stringMatching(/^data:image\/png;base64,/) },
    ])
    expect(Date.parse(before.until)).toBeGreaterThan(Date.now())
    const early = await house.getAs('warga', `/api/bills/${before.id}/receipt`)
    expect(early).toMatchObject({ status: 409, problem: { code: 'bill-not-paid' } })

    const after = await house.pay(receipt)
    expect(after).toMatchObject({ ways: [], receipt: expect.stringMatching(/^KW-/), paidAt: expect.any(String) })
    const pdf = await house.getAs('warga', `/api/bills/${before.id}/receipt`)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.text.slice(0, 5)).toBe('%PDF-')
    await house.until(receipt.id, { waiting: { kind: 'office', step: 'pengesahan' } })
    const told = (await house.getAs('warga', '/api/me/messages')).json as { number: string; subject: string }[]
    const subjects = told.filter(({ number }) => number === receipt.number).map(({ subject }) => subject)
    expect(subjects).toContain(`Tagihan Rp50.000 untuk permohonan ${receipt.number}`)
    expect(subjects).toContain(`Pembayaran Rp50.000 untuk ${receipt.number} kami terima`)
  })

  test('who withdraws after paying sees what goes back', async () => {
    const receipt = await house.toPay()
    await house.pay(receipt, 'qris')
    const withdrawn = await house.postAs('warga', `/api/applications/${receipt.id}/withdraw`, { reason: 'Tidak jadi' })
    expect(withdrawn.status, withdrawn.text).toBe(200)
    await expect
      .poll(async () => (await house.bill('warga', receipt.id)).refunds, { timeout: 20_000 })
      .toMatchObject([{ amount: 40_000, reason: 'withdrawn', status: 'done' }])
  })
})

describe('a notification', () => {
  const told = (order_id: string, changes: Record<string, string> = {}) => {
    const signed = { order_id, status_code: '200', gross_amount: `${paidFee}.00` }
    const signature_key = signatureOf(signed, serverKey)
    return { ...signed, signature_key, transaction_id: 'made-up', transaction_status: 'settlement', ...changes }
  }
  const tell = (body: unknown) => house.post('/api/payments/notifications', { body, key: null })

  test('with a wrong signature is refused, malformed named by its field', async () => {
    const receipt = await house.toPay()
    const order = `${(await house.bill('warga', receipt.id)).id}-va-1`
    expect(await tell(told(order, { gross_amount: '1.00' }))).toMatchObject({
      status: 403,
      problem: { code: 'wrong-signature' },
    })
    expect(await tell({ ...told(order), signature_key: 'x' })).toMatchObject({ status: 400 })
    expect(await tell({})).toMatchObject({ status: 400 })
  })

  test('is believed only as far as the gateway confirms it', async () => {
    const receipt = await house.toPay()
    const { id } = await house.bill('warga', receipt.id)
    expect(await tell(told(`${id}-va-1`))).toMatchObject({ status: 200 })
    const { id: real } = await house.simulator.pay(`${id}-va-1`)
    expect(await tell(told(`${id}-va-1`, { transaction_id: real }))).toMatchObject({ status: 200 })
    await expect.poll(async () => (await house.bill('warga', receipt.id)).status, { timeout: 20_000 }).toBe('paid')
    const shown = (await house.getAs('supervisor', `/api/bills/${id}`)).json as BillDetail
    expect(shown.payments).toMatchObject([{ id: real, amount: paidFee, kept: true }])
    expect(shown).toMatchObject({ received: paidFee, kept: paidFee, refunded: 0 })
  })

  test('of an order that is none of ours changes nothing', async () => {
    expect(await tell(told('another-shop-1'))).toMatchObject({ status: 200 })
    expect(await tell(told('b00000000000000000000-va-1'))).toMatchObject({ status: 200 })
  })

  test('finds nobody where no gateway is configured', async () => {
    const without = await house.also({ PAYMENT_URL: undefined, PAYMENT_SERVER_KEY: undefined })
    expect((await without.post('/api/payments/notifications', { body: told('x'), key: null })).status).toBe(404)
    without.close()
  })
})

describe('the office', () => {
  test('sees first what needs somebody, and says that a refund was paid by hand, once', async () => {
    const receipt = await house.toPay()
    const { id } = await house.pay(receipt)
    house.simulator.faults.add({ on: 'refund', how: 'refuse' })
    await house.postAs('warga', `/api/applications/${receipt.id}/withdraw`, { reason: 'Tidak jadi' })
    await expect
      .poll(async () => (await house.bill('warga', receipt.id)).refunds[0]?.status, { timeout: 20_000 })
      .toBe('by-hand')
    const [first] = (await house.getAs('supervisor', '/api/bills')).json as BillRow[]
    expect(first).toMatchObject({ id, attention: 'refund-by-hand', refunding: 40_000, kept: 10_000 })
    const filter = encodeURIComponent(JSON.stringify({ attention: 'refund-by-hand' }))
    expect((await house.getAs('supervisor', `/api/bills?filter=${filter}`)).json).toHaveLength(1)

    const repaid = `/api/bills/${id}/refunds/${id}-withdrawn/repaid`
    expect((await house.postAs('disnaker', repaid, { reference: 'SP2D-0012' })).status).toBe(403)
    expect((await house.postAs('warga', repaid, { reference: 'SP2D-0012' })).status).toBe(403)
    const done = await house.postAs('supervisor', repaid, { reference: 'SP2D-0012' })
    expect(done).toMatchObject({ status: 200, json: { attention: null, refunded: 40_000, kept: 10_000 } })
    expect((await house.postAs('supervisor', repaid, { reference: 'SP2D-0012' })).status).toBe(200)
    expect(await house.postAs('supervisor', repaid, { reference: 'SP2D-0013' })).toMatchObject({
      status: 409,
      problem: { code: 'refund-not-by-hand' },
    })
  })
})
