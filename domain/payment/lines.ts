/**
 * What can happen to a bill, line by line, never changed afterwards. Money is whole rupiah. Lines carry ids, codes and
 * numbers of accounts to pay into, nothing of the person who pays. `at` is the workflow's clock, UTC epoch milliseconds.
 */

/** va: transfer to a virtual account. qris: any wallet's scan. */
export const payMethods = ['va', 'qris'] as const
export type PayMethod = (typeof payMethods)[number]

/**
 * late: the case no longer wanted it. double: the bill was paid already. amount: not what was asked. withdrawn: the case
 * said how much goes back.
 */
export const refundReasons = ['late', 'double', 'amount', 'withdrawn'] as const
export type RefundReason = (typeof refundReasons)[number]

/** Where to pay: a number at a bank, or the text of a QR code. */
export type Account = { bank: string; number: string } | { qr: string }

type Body<Type extends string, Data> = { type: Type; data: Data }

export type BillLineBody =
  | Body<'opened', { amount: number; until: number }>
  /** The gateway takes money under this order until then. `account` is null where its telling was lost. */
  | Body<'charged', { order: string; method: PayMethod; round: number; until: number; account: Account | null }>
  | Body<'charge-refused', { order: string; code: string }>
  | Body<'order-closed', { order: string; how: 'paid' | 'cancelled' | 'expired' }>
  | Body<'received', { payment: string; order: string; amount: number; paidAt: number }>
  /** The case took the payment: it is the one for this bill. */
  | Body<'kept', { payment: string; amount: number; receipt: string }>
  /** The case no longer wants money. */
  | Body<'cancelled', Record<string, never>>
  | Body<'refund-due', { refund: string; payment: string; amount: number; reason: RefundReason }>
  /** The gateway does not pay this back: the treasurer does, by hand. */
  | Body<'refund-refused', { refund: string; code: string }>
  /** `reference`: of the treasurer's transfer, where a hand paid. */
  | Body<'refunded', { refund: string; amount: number; by: 'gateway' | 'hand'; reference: string | null }>

export type BillLine = BillLineBody & { at: number }
export type BillLineType = BillLine['type']

/** What is one and the same line, however often it is told. A bill is kept for once, and cancelled once. */
export function lineKey(line: BillLineBody): string {
  switch (line.type) {
    case 'opened':
    case 'kept':
    case 'cancelled':
      return line.type
    case 'charged':
    case 'charge-refused':
    case 'order-closed':
      return `${line.type}/${line.data.order}`
    case 'received':
      return `${line.type}/${line.data.payment}`
    case 'refund-due':
    case 'refund-refused':
    case 'refunded':
      return `${line.type}/${line.data.refund}`
  }
}
