import { setTimeout as pause } from 'node:timers/promises'
import type { Entry } from './book.ts'
import type { Faults } from './faults.ts'
import { notificationOf } from './present.ts'

const waitsMs = [0, 200, 1_000, 5_000, 30_000]

export type NotifierOptions = {
  /** Where notifications are posted; null where nobody wants any. */
  url: string | null
  serverKey: string
  faults: Faults
}

/** Tells the merchant that a transaction has changed, again while it does not answer 2xx, as the gateway does. */
export class Notifier {
  readonly #options: NotifierOptions
  readonly #stopping = new AbortController()
  #url: string | null

  constructor(options: NotifierOptions) {
    this.#options = options
    this.#url = options.url
  }

  /** From now on to this address. */
  notifyAt(url: string): void {
    this.#url = url
  }

  /** Resolves when it was heard, or given up. */
  async tell(entry: Entry): Promise<void> {
    const fault = this.#options.faults.take('notify')
    const url = this.#url
    if (fault === 'lost' || url === null) return
    const body = JSON.stringify(notificationOf(entry, false, this.#options.serverKey))
    await Promise.all(Array.from({ length: fault === 'twice' ? 2 : 1 }, () => this.#deliver(url, body)))
  }

  async #deliver(url: string, body: string): Promise<void> {
    const { signal } = this.#stopping
    for (const wait of waitsMs) {
      await pause(wait, undefined, { signal }).catch(() => undefined)
      if (signal.aborted || (await heard(url, body, signal))) return
    }
  }

  stop(): void {
    this.#stopping.abort()
  }
}

async function heard(url: string, body: string, signal: AbortSignal): Promise<boolean> {
  const headers = { 'Content-Type': 'application/json' }
  const timeout = AbortSignal.any([signal, AbortSignal.timeout(10_000)])
  return fetch(url, { method: 'POST', headers, body, signal: timeout }).then(
    ({ ok }) => ok,
    () => false,
  )
}
