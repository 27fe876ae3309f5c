import type { z } from 'zod'
import { valueAt } from './path-words.ts'

type Issue = z.core.$ZodIssue

/**
 * What can still be read of a file with faults of shape: without the properties it should not have and the optional ones
 * that are wrong, with a dash for each text that is missing. Only for telling what else is wrong; undefined when too much is.
 */
export function repaired<T>(json: unknown, issues: readonly Issue[], schema: z.ZodType<T>): T | undefined {
  const copy: unknown = structuredClone(json)
  for (const issue of [...issues].sort(deepestAndLastFirst)) mend(copy, issue)
  const result = schema.safeParse(copy)
  return result.success ? result.data : undefined
}

function mend(json: unknown, issue: Issue): void {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) remove(valueAt(json, issue.path), key)
    return
  }
  const holder = valueAt(json, issue.path.slice(0, -1))
  const key = issue.path.at(-1)
  if (key === undefined || typeof holder !== 'object' || holder === null) return
  const missing = !Object.hasOwn(holder, key)
  const expected = issue.code === 'invalid_type' ? issue.expected : undefined
  if (missing && expected === 'string') Reflect.set(holder, key, '-')
  else if (missing && expected === 'object') Reflect.set(holder, key, { id: '-', en: '-' })
  else remove(holder, key)
}

function remove(holder: unknown, key: PropertyKey): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else if (typeof holder === 'object' && holder !== null) Reflect.deleteProperty(holder, key)
}

/** Taking entries out of a list moves those behind them. */
function deepestAndLastFirst(a: Issue, b: Issue): number {
  if (a.path.length !== b.path.length) return b.path.length - a.path.length
  const [x, y] = [a.path.at(-1), b.path.at(-1)]
  return typeof x === 'number' && typeof y === 'number' ? y - x : 0
}
