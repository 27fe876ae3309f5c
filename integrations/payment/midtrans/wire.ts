/** Midtrans Core API v2 on the wire, as both the client and the local counterpart read and write it. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { banks } from '../payment.ts'

/** `100000.00`: whole rupiah with two noughts, nothing else is taken for an amount. */
export const GrossAmount = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})\.00$/)
  .transform((text) => Number(text.slice(0, -3)))
export const grossAmount = (rupiah: number) => `${rupiah}.00`

/** `2026-11-28 10:15:00`, by Jakarta's clock wherever the regency lies. */
export const WireTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)
  .transform((text) => Date.parse(`${text.replace(' ', 'T')}+07:00`))
export const wireTime = (instant: number) =>
  new Date(instant + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

export const transactionStatuses = [
  'pending',
  'capture',
  'settlement',
  'deny',
  'cancel',
  'expire',
  'failure',
  'refund',
  'partial_refund',
] as const

/** What every answer begins with; `status_code` speaks louder than HTTP's own. */
export const Envelope = z.looseObject({
  status_code: z.string().regex(/^\d{3}$/),
  status_message: z.string().optional(),
})
export type Answer = z.output<typeof Envelope>

/** A transaction, in the answer to a charge or a status query. Fields that Lontar does not need are let through. */
export const WireTransaction = z.looseObject({
  transaction_id: z.string().min(1).max(100),
  order_id: z.string().min(1).max(50),
  gross_amount: GrossAmount,
  transaction_status: z.enum(transactionStatuses),
  payment_type: z.string(),
  settlement_time: WireTime.optional(),
  va_numbers: z.array(z.looseObject({ bank: z.string(), va_number: z.string() })).optional(),
  qr_string: z.string().optional(),
  refunds: z.array(z.looseObject({ refund_key: z.string(), refund_amount: GrossAmount })).optional(),
})
export type WireTransaction = z.output<typeof WireTransaction>

/** What is asked; `order_time` with its offset, `expiry_duration` in whole minutes. */
export const WireCharge = z.strictObject({
  payment_type: z.enum(['bank_transfer', 'qris']),
  transaction_details: z.strictObject({ order_id: z.string().regex(/^[\w.~-]{1,50}$/), gross_amount: z.int().min(1) }),
  bank_transfer: z.strictObject({ bank: z.enum(banks) }).optional(),
  qris: z.strictObject({ acquirer: z.enum(['gopay', 'airpay shopee']) }).optional(),
  custom_expiry: z.strictObject({
    order_time: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} \+0700$/),
    expiry_duration: z.int().min(1),
    unit: z.literal('minute'),
  }),
})
export type WireCharge = z.infer<typeof WireCharge>

export const WireRefund = z.strictObject({
  refund_key: z.string().regex(/^[\w-]{1,100}$/),
  amount: z.int().min(1),
  reason: z.string().max(255),
})

/** What the gateway posts when a transaction changes. Its word is never taken for it: it only says where to look. */
export const WireNotification = z.looseObject({
  order_id: z.string().min(1).max(50),
  transaction_id: z.string().regex(/^[\w-]{1,100}$/),
  status_code: z.string().regex(/^\d{3}$/),
  gross_amount: z.string().regex(/^\d{1,15}\.\d{2}$/),
  signature_key: z.string().regex(/^[0-9a-f]{128}$/i),
  transaction_status: z.enum(transactionStatuses),
})
export type WireNotification = z.infer<typeof WireNotification>

type Signable = Pick<WireNotification, 'order_id' | 'status_code' | 'gross_amount'>

export function signatureOf({ order_id, status_code, gross_amount }: Signable, serverKey: string): string {
  return createHash('sha512').update(`${order_id}${status_code}${gross_amount}${serverKey}`).digest('hex')
}

export function isSigned(notification: WireNotification, serverKey: string): boolean {
  const wanted = Buffer.from(signatureOf(notification, serverKey), 'hex')
  return timingSafeEqual(wanted, Buffer.from(notification.signature_key, 'hex'))
}
