import { currentRegency } from '../tenancy.ts'

/** How long a process may go on with what was current; a new version reaches everybody within this time. */
const currentMs = 1_000

type Entry = { value: Promise<unknown>; until: number }
const entries = new Map<string, Entry>()

/**
 * Reads once and keeps, by regency and name: `forever` for what is immutable, otherwise for about a second. A reading that
 * fails is not kept, nor is one that finds nothing.
 */
export function remembered<T>(name: string, how: 'forever' | 'current', read: () => Promise<T>): Promise<T> {
  const key = `${currentRegency()} ${name}`
  const known = entries.get(key)
  if (known && known.until > Date.now()) return known.value as Promise<T>
  // A Mongoose query is no promise: each `then` would run it again.
  const value = Promise.resolve(read())
  const entry: Entry = { value, until: how === 'forever' ? Number.POSITIVE_INFINITY : Date.now() + currentMs }
  entries.set(key, entry)
  const drop = () => {
    if (entries.get(key) === entry) entries.delete(key)
  }
  value.then((found) => {
    if (found === null || found === undefined) drop()
  }, drop)
  return value
}

/** After a pack was loaded in this process, and between tests. */
export function forgetCatalogue(): void {
  entries.clear()
}
