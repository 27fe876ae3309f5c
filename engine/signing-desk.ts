import { randomUUID } from 'node:crypto'

/** Longest that a secret waits for its signature. */
const lifetimeMs = 90_000

/**
 * Where signers' secrets wait: in the memory of the process that took the request, for that request only (design rule 5).
 * They are never stored, logged or sent on except to the signing provider.
 */
export class SigningDesk {
  /** Task queue that only this process polls. */
  readonly queue = `signing-${randomUUID()}`
  private readonly secrets = new Map<string, { secret: string; timer: NodeJS.Timeout }>()

  /** @returns the ticket that the workflow carries in place of the secret */
  leave(secret: string): string {
    const ticket = randomUUID()
    const timer = setTimeout(() => this.secrets.delete(ticket), lifetimeMs)
    timer.unref()
    this.secrets.set(ticket, { secret, timer })
    return ticket
  }

  /** Once: a ticket taken is a ticket gone. */
  take(ticket: string): string | null {
    const found = this.secrets.get(ticket)
    this.forget(ticket)
    return found?.secret ?? null
  }

  forget(ticket: string): void {
    clearTimeout(this.secrets.get(ticket)?.timer)
    this.secrets.delete(ticket)
  }
}
