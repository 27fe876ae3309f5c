import { type ChargeRequest, PaymentError, type PaymentGateway, type Transaction } from '../payment.ts'
import { type Answer, Envelope, type WireCharge, WireTransaction, wireTime } from './wire.ts'

export type MidtransOptions = {
  /** `https://api.midtrans.com`, or the local counterpart's address. */
  url: string
  serverKey: string
  timeoutMs?: number
}

const usualTimeoutMs = 10_000

/** The gateway over Midtrans's Core API: Basic authentication with the server key, one request for each call. */
export class MidtransGateway implements PaymentGateway {
  readonly #url: string
  readonly #authorization: string
  readonly #timeoutMs: number

  constructor({ url, serverKey, timeoutMs = usualTimeoutMs }: MidtransOptions) {
    this.#url = url.replace(/\/$/, '')
    this.#authorization = `Basic ${Buffer.from(`${serverKey}:`).toString('base64')}`
    this.#timeoutMs = timeoutMs
  }

  async charge(request: ChargeRequest): Promise<Transaction> {
    return transactionOf(accepted(await this.#call('POST', '/v2/charge', chargeBody(request))))
  }

  async status(orderOrTransaction: string): Promise<Transaction | null> {
    const answer = await this.#call('GET', `/v2/${encodeURIComponent(orderOrTransaction)}/status`)
    // An expired transaction answers 407, a cancelled or denied one 202, and all of them tell what they are.
    if (answer.status_code === '404') return null
    return 'transaction_status' in answer ? transactionOf(answer) : transactionOf(accepted(answer))
  }

  async cancel(order: string): Promise<void> {
    accepted(await this.#call('POST', `/v2/${encodeURIComponent(order)}/cancel`))
  }

  async refund({ transaction, key, amount, reason }: Parameters<PaymentGateway['refund']>[0]): Promise<void> {
    const body = { refund_key: key, amount, reason }
    accepted(await this.#call('POST', `/v2/${encodeURIComponent(transaction)}/refund`, body))
  }

  async #call(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
    const response = await this.#send(method, path, body)
    const text = await response.text().catch((error: unknown) => {
      throw new PaymentError(method === 'GET' ? 'unavailable' : 'unknown-outcome', null, { cause: error })
    })
    const answer = Envelope.safeParse(fromJson(text))
    if (answer.success) return answer.data
    // Whatever stands before the gateway answers in its own words while it is away.
    if (response.status >= 500) throw new PaymentError(method === 'GET' ? 'unavailable' : 'unknown-outcome')
    throw new PaymentError('malformed', String(response.status))
  }

  async #send(method: 'GET' | 'POST', path: string, body?: object): Promise<Response> {
    try {
      return await fetch(`${this.#url}${path}`, {
        method,
        headers: {
          Authorization: this.#authorization,
          Accept: 'application/json',
          ...(body ? { 'Content-Type': 'application/json' } : {}),
        },
        redirect: 'error',
        signal: AbortSignal.timeout(this.#timeoutMs),
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    } catch (error) {
      throw new PaymentError(method === 'GET' || neverLeft(error) ? 'unavailable' : 'unknown-outcome', null, {
        cause: error,
      })
    }
  }
}

/** A connection that was never made carried nothing. */
function neverLeft(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN'
}

/** 429: slower. 5xx on a POST may have been carried out. */
function accepted(answer: Answer): Answer {
  const { status_code: code } = answer
  if (code.startsWith('2')) return answer
  if (code === '429' || code === '503') throw new PaymentError('unavailable', code)
  throw new PaymentError(code.startsWith('5') ? 'unknown-outcome' : 'refused', code)
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function chargeBody({ order, amount, method, bank, at, until }: ChargeRequest): WireCharge {
  return {
    payment_type: method === 'va' ? 'bank_transfer' : 'qris',
    transaction_details: { order_id: order, gross_amount: amount },
    ...(method === 'va' ? { bank_transfer: { bank } } : { qris: { acquirer: 'gopay' } }),
    custom_expiry: {
      order_time: `${wireTime(at)} +0700`,
      expiry_duration: Math.max(1, Math.floor((until - at) / 60_000)),
      unit: 'minute',
    },
  }
}

const statuses: Record<WireTransaction['transaction_status'], Transaction['status']> = {
  pending: 'pending',
  capture: 'paid',
  settlement: 'paid',
  refund: 'paid',
  partial_refund: 'paid',
  expire: 'expired',
  cancel: 'cancelled',
  deny: 'failed',
  failure: 'failed',
}

function transactionOf(answer: Answer): Transaction {
  const parsed = WireTransaction.safeParse(answer)
  if (!parsed.success) throw new PaymentError('malformed', answer.status_code)
  const {
    transaction_id,
    order_id,
    gross_amount,
    transaction_status,
    settlement_time,
    va_numbers,
    qr_string,
    refunds,
  } = parsed.data
  const [va] = va_numbers ?? []
  return {
    id: transaction_id,
    order: order_id,
    amount: gross_amount,
    status: statuses[transaction_status],
    account: va ? { bank: va.bank, number: va.va_number } : qr_string ? { qr: qr_string } : null,
    paidAt: settlement_time ?? null,
    refunds: (refunds ?? []).map(({ refund_key, refund_amount }) => ({ key: refund_key, amount: refund_amount })),
  }
}
