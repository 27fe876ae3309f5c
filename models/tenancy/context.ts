import { AsyncLocalStorage } from 'node:async_hooks'

/** Either one regency's work, or work that says why it needs all of them. */
type Context = { regency: string } | { across: string }

const storage = new AsyncLocalStorage<Context>()

/** A query without a regency, or one that reaches for another's: a fault in the program, never the caller's. */
export class TenancyError extends Error {
  override name = 'TenancyError'
}

/**
 * Runs `fn` for one regency: every query, aggregate and write of a tenant-scoped model inside it sees that regency alone.
 * Throws TenancyError when another regency's context is already open; leave it first with `acrossRegencies`.
 */
export async function inRegency<T>(regency: string, fn: () => T | PromiseLike<T>): Promise<T> {
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(regency)) throw new TenancyError('A regency code is needed')
  const open = storage.getStore()
  if (open && 'regency' in open && open.regency !== regency) {
    throw new TenancyError(`Already working for ${open.regency}, cannot turn to ${regency}`)
  }
  // Awaited inside: a Mongoose query runs only when it is awaited, and must do so in this context.
  return storage.run({ regency }, async () => await fn())
}

/**
 * The one way out of a regency: migrations, sweepers, change streams shared by a process. `reason` is for the reader.
 * Documents inserted here must name their regency themselves.
 */
export async function acrossRegencies<T>(reason: string, fn: () => T | PromiseLike<T>): Promise<T> {
  if (!reason.trim()) throw new TenancyError('acrossRegencies needs a reason')
  return storage.run({ across: reason }, async () => await fn())
}

/** Code of the regency this work is for; throws TenancyError outside `inRegency`. */
export function currentRegency(): string {
  const context = storage.getStore()
  if (!context || !('regency' in context)) throw new TenancyError('No regency in this context')
  return context.regency
}

/** The regency, null across regencies; throws TenancyError where neither was said. */
export function regencyOrAll(): string | null {
  const context = storage.getStore()
  if (!context) throw new TenancyError('No regency in this context: wrap the call in inRegency()')
  return 'regency' in context ? context.regency : null
}

/** For defaults of new documents: the regency when there is one. */
export function regencyIfAny(): string | undefined {
  const context = storage.getStore()
  return context && 'regency' in context ? context.regency : undefined
}
