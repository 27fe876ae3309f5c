import { entryName, isObject, type Place } from './place.ts'

/** One difference: what stood at the place before, and what stands there now; undefined where nothing did or does. */
export type Change = {
  place: Place
  before: unknown
  after: unknown
  /** The entries are the same, in another order. */
  order?: true
}

/**
 * Everything in which two definitions differ, in the order in which they are written. Entries of lists are compared by what
 * they are called, so that one that moved or stands beside a new one is still itself; a budget is one thing with its unit.
 */
export function changesBetween(before: unknown, after: unknown, place: Place = []): Change[] {
  if (same(before, after)) return []
  if (isObject(before) && isObject(after)) return betweenObjects(before, after, place)
  if (Array.isArray(before) && Array.isArray(after) && areNamed(before) && areNamed(after))
    return betweenLists(before, after, place)
  return [{ place, before, after }]
}

function betweenObjects(before: Record<string, unknown>, after: Record<string, unknown>, place: Place): Change[] {
  const isBudget = [before, after].every(({ unit, amount }) => unit !== undefined && amount !== undefined)
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const rest = isBudget ? keys.filter((key) => key !== 'unit' && key !== 'amount') : keys
  const [was, is] = [budgetOf(before), budgetOf(after)]
  const budget = isBudget && !same(was, is) ? [{ place: [...place, 'budget'], before: was, after: is }] : []
  return [...budget, ...rest.flatMap((key) => changesBetween(before[key], after[key], [...place, key]))]
}

const budgetOf = ({ unit, amount }: Record<string, unknown>) => ({ unit, amount })

function betweenLists(before: readonly unknown[], after: readonly unknown[], place: Place): Change[] {
  const was = new Map(before.map((entry) => [entryName(entry) ?? '', entry]))
  const is = new Map(after.map((entry) => [entryName(entry) ?? '', entry]))
  const names = [...new Set([...was.keys(), ...is.keys()])]
  const changes = names.flatMap((entry) => changesBetween(was.get(entry), is.get(entry), [...place, { entry }]))
  const kept = [...was.keys()].filter((name) => is.has(name))
  const now = [...is.keys()].filter((name) => was.has(name))
  return same(kept, now) ? changes : [...changes, { place, before: kept, after: now, order: true }]
}

/** Each entry has a name, and its own. */
function areNamed(list: readonly unknown[]): boolean {
  const names = list.map(entryName)
  return names.every((name) => name !== undefined) && new Set(names).size === names.length
}

/** The same content, whatever the order of its properties. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, at) => same(each, other[at]))
  if (!isObject(one) || !isObject(other)) return false
  const keys = (value: Record<string, unknown>) => Object.keys(value).filter((key) => value[key] !== undefined)
  const mine = keys(one)
  return mine.length === keys(other).length && mine.every((key) => same(one[key], other[key]))
}
