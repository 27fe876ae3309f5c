/** A place in a definition: property names, and entries of lists by what they are called or by `#` and their position. */
export type Place = readonly (string | { entry: string })[]

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What an entry of a list is called: its code, name or value, as the checks call it; a rung by its percentage. */
export function entryName(entry: unknown): string | undefined {
  if (!isObject(entry)) return undefined
  const name = [entry.code, entry.name, entry.value].find((each) => typeof each === 'string')
  if (typeof name === 'string') return name
  return typeof entry.percent === 'number' ? String(entry.percent) : undefined
}

/** `form[data-diri].fields[nomorStr].label.en`, as problems name their place. */
export function parsePlace(text: string): Place {
  return [...text.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, entry, key]) =>
    entry === undefined ? (key ?? '') : { entry },
  )
}

export const placeText = (place: Place): string =>
  place.reduce<string>((text, step) => {
    if (typeof step !== 'string') return `${text}[${step.entry}]`
    return text ? `${text}.${step}` : step
  }, '')

/** Position of the entry that is meant; -1 where there is none. */
function positionOf(list: readonly unknown[], { entry }: { entry: string }): number {
  if (entry.startsWith('#')) return Number(entry.slice(1))
  const named = list.findIndex((each) => entryName(each) === entry)
  if (named >= 0) return named
  return /^\d+$/.test(entry) && Number(entry) < list.length ? Number(entry) : -1
}

export function valueAt(value: unknown, place: Place): unknown {
  return place.reduce<unknown>((at, step) => {
    if (typeof step === 'string') return isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined
    return Array.isArray(at) ? at[positionOf(at, step)] : undefined
  }, value)
}

/** The same with another value at the place; `undefined` takes it away, an entry that is not there yet is put last. */
export function withValue(holder: unknown, place: Place, value: unknown): unknown {
  const [step, ...rest] = place
  if (step === undefined) return value
  if (typeof step === 'string') {
    const object = isObject(holder) ? holder : {}
    const next = withValue(object[step], rest, value)
    if (next !== undefined) return { ...object, [step]: next }
    const { [step]: _gone, ...others } = object
    return others
  }
  const list = Array.isArray(holder) ? holder : []
  const at = positionOf(list, step)
  const next = withValue(list[at], rest, value)
  if (at < 0 || at >= list.length) return next === undefined ? list : [...list, next]
  return list.flatMap((each, index) => (index === at ? (next === undefined ? [] : [next]) : [each]))
}

/** The place with its entries called by name where they have one: positions are for screens, names for telling. */
export function named(definition: unknown, place: Place): Place {
  return place.map((step, at) => {
    if (typeof step === 'string') return step
    const list = valueAt(definition, place.slice(0, at))
    const entry = Array.isArray(list) ? entryName(list[positionOf(list, step)]) : undefined
    return entry === undefined ? step : { entry }
  })
}

/** Whether one place is the other, or holds it. */
export function holds(outer: Place, inner: Place): boolean {
  return placeText(inner.slice(0, outer.length)) === placeText(outer)
}
