import { grossAmount, signatureOf, type transactionStatuses, wireTime } from '../midtrans/wire.ts'
import type { Entry } from './book.ts'

type WireStatus = (typeof transactionStatuses)[number]

/** The gateway's word and number for how an entry stands. */
export function standingOf(entry: Entry, isExpired: boolean): { status: WireStatus; code: string } {
  const back = entry.refunds.reduce((sum, { amount }) => sum + amount, 0)
  if (isExpired) return { status: 'expire', code: '407' }
  if (entry.status === 'pending') return { status: 'pending', code: '201' }
  if (entry.status === 'cancel') return { status: 'cancel', code: '202' }
  if (back === 0) return { status: 'settlement', code: '200' }
  return { status: back === entry.amount ? 'refund' : 'partial_refund', code: '200' }
}

/** As the gateway writes it; the QR's text stands only in the answer to its charge. */
export function presentEntry(entry: Entry, isExpired: boolean, isCharge = false): Record<string, unknown> {
  const { status, code } = standingOf(entry, isExpired)
  const back = entry.refunds.reduce((sum, { amount }) => sum + amount, 0)
  return {
    status_code: code,
    status_message: 'Success, transaction is found',
    transaction_id: entry.id,
    order_id: entry.order,
    merchant_id: 'SIMULATOR',
    gross_amount: grossAmount(entry.amount),
    currency: 'IDR',
    payment_type: entry.bank ? 'bank_transfer' : 'qris',
    transaction_time: wireTime(entry.madeAt),
    transaction_status: status,
    fraud_status: 'accept',
    expiry_time: wireTime(entry.expiresAt),
    ...(entry.paidAt === null ? {} : { settlement_time: wireTime(entry.paidAt) }),
    ...(entry.bank ? { va_numbers: [{ bank: entry.bank, va_number: entry.number }] } : {}),
    ...(entry.bank === null && isCharge ? { qr_string: entry.number, acquirer: 'gopay' } : {}),
    ...(back > 0
      ? {
          refund_amount: grossAmount(back),
          refunds: entry.refunds.map(({ key, amount }) => ({ refund_key: key, refund_amount: grossAmount(amount) })),
        }
      : {}),
  }
}

export function notificationOf(entry: Entry, isExpired: boolean, serverKey: string): Record<string, unknown> {
  const facts = presentEntry(entry, isExpired)
  const { code: status_code } = standingOf(entry, isExpired)
  const signed = { order_id: entry.order, status_code, gross_amount: grossAmount(entry.amount) }
  return {
    ...facts,
    ...signed,
    status_message: 'midtrans payment notification',
    signature_key: signatureOf(signed, serverKey),
  }
}
