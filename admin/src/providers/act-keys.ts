/**
 * The `Idempotency-Key` of each act that is not settled yet. The same intention keeps its key until it is done or surely
 * refused, so a second click, a retry and a reopened dialog are all the same act. Kept in memory: intentions may hold notes.
 */
export class ActKeys {
  readonly #open = new Map<string, string>()
  readonly #make: () => string

  constructor(make: () => string = newKey) {
    this.#make = make
  }

  keyOf(intention: string): string {
    const known = this.#open.get(intention)
    if (known) return known
    const key = this.#make()
    this.#open.set(intention, key)
    return key
  }

  settle(intention: string): void {
    this.#open.delete(intention)
  }
}

/** `randomUUID` is missing where the page is not served over HTTPS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
