import { randomInt, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { WireCharge } from '../midtrans/wire.ts'
import { banks } from '../payment.ts'

const Entry = z.object({
  id: z.string(),
  order: z.string(),
  amount: z.int(),
  /** null for a QR code. */
  bank: z.enum(banks).nullable(),
  /** Of the account, or the text of the code. */
  number: z.string(),
  status: z.enum(['pending', 'settlement', 'cancel']),
  madeAt: z.number(),
  expiresAt: z.number(),
  paidAt: z.number().nullable(),
  refunds: z.array(z.object({ key: z.string(), amount: z.int() })),
})
export type Entry = z.infer<typeof Entry>

/** Why the gateway does not do it: its own status code, such as 404 or 412. */
export class BookRefusal extends Error {
  override readonly name = 'BookRefusal'
  readonly status: string
  constructor(status: string, message: string) {
    super(message)
    this.status = status
  }
}

export type BookOptions = {
  now: () => number
  /** Text of the QR code: where a demo person pays the order. */
  qrOf: (order: string) => string
  /** Keeps the book over a restart. */
  file?: string | undefined
}

/** What the local gateway knows of orders and money; an order paid twice holds two entries. */
export class GatewayBook {
  readonly #entries: Entry[]
  readonly #options: BookOptions

  constructor(options: BookOptions) {
    this.#options = options
    const { file } = options
    this.#entries = file && existsSync(file) ? z.array(Entry).parse(JSON.parse(readFileSync(file, 'utf8'))) : []
  }

  /** Newest first. */
  get entries(): readonly Entry[] {
    return this.#entries.toReversed()
  }

  charge({ transaction_details: { order_id: order, gross_amount: amount }, ...rest }: WireCharge, at: number): Entry {
    if (this.#entries.some((entry) => entry.order === order)) throw new BookRefusal('406', 'Order ID has been used')
    const { expiry_duration: minutes } = rest.custom_expiry
    const bank = rest.payment_type === 'bank_transfer' ? (rest.bank_transfer?.bank ?? 'bri') : null
    return this.#keep({
      id: randomUUID(),
      order,
      amount,
      bank,
      number: bank ? `8808${randomInt(1e12).toString().padStart(12, '0')}` : this.#options.qrOf(order),
      status: 'pending',
      madeAt: this.#options.now(),
      expiresAt: at + minutes * 60_000,
      paidAt: null,
      refunds: [],
    })
  }

  /** By transaction, or the latest of an order. */
  find(orderOrTransaction: string): Entry | null {
    const named = this.#entries.find(({ id }) => id === orderOrTransaction)
    return named ?? this.#entries.findLast(({ order }) => order === orderOrTransaction) ?? null
  }

  /** By the account's number, as somebody at a bank types it. */
  findAccount(number: string): Entry | null {
    return this.#entries.find((entry) => entry.bank !== null && entry.number === number) ?? null
  }

  isExpired({ status, expiresAt }: Entry): boolean {
    return status === 'pending' && expiresAt <= this.#options.now()
  }

  /**
   * Somebody pays. `anyway` is the bank that takes it although the order is over: paid again it is a second transaction.
   */
  pay(order: string, { anyway = false } = {}): Entry {
    const entry = this.find(order)
    if (!entry) throw new BookRefusal('404', 'Order does not exist')
    const open = entry.status === 'pending' && !this.isExpired(entry)
    if (!open && !anyway) throw new BookRefusal('412', 'Order is not open')
    const paid = { status: 'settlement', paidAt: this.#options.now() } as const
    return entry.status === 'settlement'
      ? this.#keep({ ...entry, ...paid, id: randomUUID(), refunds: [] })
      : this.#change(entry, paid)
  }

  cancel(order: string): Entry {
    const entry = this.find(order)
    if (!entry) throw new BookRefusal('404', 'Transaction does not exist')
    if (entry.status !== 'pending' || this.isExpired(entry)) throw new BookRefusal('412', 'Status cannot be modified')
    return this.#change(entry, { status: 'cancel' })
  }

  refund(orderOrTransaction: string, refund: { key: string; amount: number }): Entry {
    const entry = this.find(orderOrTransaction)
    if (!entry) throw new BookRefusal('404', 'Transaction does not exist')
    const known = this.#entries.some((each) => each.refunds.some(({ key }) => key === refund.key))
    if (known) throw new BookRefusal('406', 'Refund key has been used')
    const back = entry.refunds.reduce((sum, { amount }) => sum + amount, 0)
    if (entry.status !== 'settlement' || back + refund.amount > entry.amount) {
      throw new BookRefusal('412', 'Refund is not possible')
    }
    return this.#change(entry, { refunds: [...entry.refunds, refund] })
  }

  #keep(entry: Entry): Entry {
    this.#entries.push(entry)
    this.#save()
    return entry
  }

  #change(entry: Entry, changes: Partial<Entry>): Entry {
    const changed = { ...entry, ...changes }
    this.#entries[this.#entries.findIndex(({ id }) => id === entry.id)] = changed
    this.#save()
    return changed
  }

  #save(): void {
    const { file } = this.#options
    if (!file) return
    writeFileSync(`${file}.new`, JSON.stringify(this.#entries, null, 1), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
}
