import { z } from 'zod'
import { payMethods, refundReasons } from '../domain/payment/lines.ts'
import { Code, Id, Instant, LocalText } from './common.ts'

/** Whole rupiah. */
const Rupiah = z.int().min(0)

/** going: on its way back. by-hand: the treasurer transfers it. done: it has gone back. */
export const Refund = z
  .object({
    id: Id,
    payment: Id,
    amount: Rupiah,
    reason: z.enum(refundReasons),
    status: z.enum(['going', 'by-hand', 'done']),
    at: Instant,
    doneAt: Instant.nullable(),
  })
  .meta({ id: 'Refund' })
export type Refund = z.infer<typeof Refund>

/** A way to pay: a number to transfer to, or the picture of a code to scan (`data:` address). */
export const PayWay = z
  .discriminatedUnion('method', [
    z.object({ method: z.literal('va'), bank: z.string(), number: z.string(), until: Instant }),
    z.object({ method: z.literal('qris'), image: z.string(), until: Instant }),
  ])
  .meta({ id: 'PayWay' })
export type PayWay = z.infer<typeof PayWay>

export const billStatuses = ['open', 'paid', 'cancelled'] as const

/** A bill as the page of its case shows it. `ways` is empty while the gateway is being asked, and once nothing is to be paid. */
export const CaseBill = z
  .object({
    id: Id,
    step: LocalText,
    amount: Rupiah,
    fees: z.array(z.object({ name: LocalText, amount: Rupiah })),
    status: z.enum(billStatuses),
    until: Instant,
    ways: z.array(PayWay),
    paidAt: Instant.nullable(),
    receipt: z.string().nullable(),
    refunds: z.array(Refund),
  })
  .meta({ id: 'CaseBill' })
export type CaseBill = z.infer<typeof CaseBill>

/** Why somebody has to look, gravest first; null where all is well. */
export const attentions = ['refund-by-hand', 'charge-refused', 'held', 'refunding'] as const

export const BillRow = z
  .object({
    id: Id,
    application: Id,
    number: z.string(),
    service: Code,
    serviceName: LocalText,
    amount: Rupiah,
    status: z.enum(billStatuses),
    attention: z.enum(attentions).nullable(),
    received: Rupiah,
    kept: Rupiah,
    held: Rupiah,
    refunding: Rupiah,
    refunded: Rupiah,
    openedAt: Instant,
    until: Instant,
    paidAt: Instant.nullable(),
    receipt: z.string().nullable(),
  })
  .meta({ id: 'BillRow' })
export type BillRow = z.infer<typeof BillRow>

export const BillDetail = BillRow.extend({
  step: LocalText,
  fees: z.array(z.object({ name: LocalText, amount: Rupiah })),
  payments: z.array(z.object({ id: Id, order: Id, amount: Rupiah, kept: z.boolean(), paidAt: Instant })),
  refunds: z.array(Refund),
  orders: z.array(z.object({ id: Id, method: z.enum(payMethods), status: z.enum(['live', 'closed']), until: Instant })),
  /** The gateway's word for why it opened no account. */
  chargeRefused: z.string().nullable(),
  /** Whether the asking person may say that a refund was paid by hand. */
  mayRepay: z.boolean(),
}).meta({ id: 'BillDetail' })
export type BillDetail = z.infer<typeof BillDetail>

/** A refund that the treasurer has transferred; `reference` is the transfer's own. */
export const RepaidByHand = z
  .strictObject({
    reference: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9./-]{4,60}$/),
  })
  .meta({ id: 'RepaidByHand' })

/** Filters of `GET /api/bills`; `q` is the beginning of an application's number. */
export const BillFilter = z.strictObject({
  id: z.array(Id).max(200).optional(),
  application: Id.optional(),
  status: z.enum(billStatuses).optional(),
  attention: z.enum(attentions).optional(),
  q: z.string().trim().min(1).max(40).optional(),
})
export type BillFilter = z.infer<typeof BillFilter>
