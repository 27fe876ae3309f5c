/**
 * Who takes money for the regency. `midtrans/` speaks the wire format of Midtrans's Core API; `simulator/` answers in the
 * same format on this machine. Amounts are whole rupiah, instants UTC epoch milliseconds.
 */
import type { Account, PayMethod } from '../../domain/payment/lines.ts'

/**
 * unavailable: nothing was done, try later. unknown-outcome: it may have been done; look it up before it is asked again.
 * refused: understood and not done, asking again changes nothing. malformed: the answer is none of theirs.
 */
export const paymentErrorCodes = ['unavailable', 'unknown-outcome', 'refused', 'malformed'] as const
export type PaymentErrorCode = (typeof paymentErrorCodes)[number]

/** Banks at which the gateway opens a virtual account. */
export const banks = ['bca', 'bni', 'bri', 'cimb'] as const
export type Bank = (typeof banks)[number]

/** Carries codes, and no word of who pays. `status` is the gateway's own, such as 412. */
export class PaymentError extends Error {
  override readonly name = 'PaymentError'
  readonly code: PaymentErrorCode
  readonly status: string | null

  constructor(code: PaymentErrorCode, status: string | null = null, options?: ErrorOptions) {
    super(`Payment gateway: ${code}${status ? ` ${status}` : ''}`, options)
    this.code = code
    this.status = status
  }
}

/** `order` is our key: the gateway takes it once. `bank` is asked for a virtual account only. */
export type ChargeRequest = {
  order: string
  amount: number
  method: PayMethod
  bank: Bank
  at: number
  until: number
}

export type Transaction = {
  /** The gateway's id; one order may hold several where it was paid more than once. */
  id: string
  order: string
  amount: number
  /** paid: the money is with the gateway, also where some of it has gone back since. */
  status: 'pending' | 'paid' | 'expired' | 'cancelled' | 'failed'
  /** null where the gateway does not tell (again): a QR code is told once. */
  account: Account | null
  paidAt: number | null
  /** What has gone back, by our keys. */
  refunds: { key: string; amount: number }[]
}

export interface PaymentGateway {
  /** @throws PaymentError `refused` also where the order is known already: look it up with `status` first. */
  charge(request: ChargeRequest): Promise<Transaction>
  /** By our order or the gateway's transaction; null where it knows neither. @throws PaymentError */
  status(orderOrTransaction: string): Promise<Transaction | null>
  /** Takes no more money under the order. @throws PaymentError `refused` where it is no longer pending. */
  cancel(order: string): Promise<void>
  /** Pays back from a paid transaction, once for each `key`. @throws PaymentError */
  refund(request: { transaction: string; key: string; amount: number; reason: string }): Promise<void>
}
