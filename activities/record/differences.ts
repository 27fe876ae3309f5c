import { digestOf } from '../../catalogue/digest.ts'

export type Row = { key: string; values: object }
export type ReadModel = { fields: object; tasks: Row[]; entries: Row[]; movements: Row[] }

/** A row to be written anew; `values` null where it is in no timeline and goes. */
export type Mended = { key: string; values: object | null }
export type Differences = {
  what: string[]
  fields: Record<string, unknown>
  tasks: Mended[]
  entries: Mended[]
  movements: Mended[]
}

/** Where what is stored is not what the timeline says; fields it says nothing of are left out. */
export function differences(said: ReadModel, stored: ReadModel): Differences {
  const fields = differing(said.fields, stored.fields)
  const tasks = differingRows(said.tasks, stored.tasks)
  const entries = differingRows(said.entries, stored.entries)
  const movements = differingRows(said.movements, stored.movements)
  return {
    what: [
      ...Object.keys(fields),
      ...tasks.map(({ key }) => `task ${key}`),
      ...entries.map(({ key }) => `register entry ${key}`),
      ...movements.map(({ key }) => `movement ${key}`),
    ],
    fields,
    tasks,
    entries,
    movements,
  }
}

function differing(said: object, stored: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(said).filter(
      ([name, value]) => digestOf(value ?? null) !== digestOf(Reflect.get(stored, name) ?? null),
    ),
  )
}

function differingRows(said: Row[], stored: Row[]): Mended[] {
  const known = new Map(stored.map(({ key, values }) => [key, values]))
  const expected = new Set(said.map(({ key }) => key))
  const wrong = said.flatMap(({ key, values }): Mended[] => {
    const found = known.get(key)
    if (!found) return [{ key, values }]
    return Object.keys(differing(values, found)).length > 0 ? [{ key, values: withItsOwn(values, found) }] : []
  })
  return [...wrong, ...stored.filter(({ key }) => !expected.has(key)).map(({ key }) => ({ key, values: null }))]
}

/** A row keeps its place in lists, and how far it was moved ahead for a demonstration where that is not told. */
function withItsOwn(values: object, stored: object): object {
  const own = Object.entries(stored).filter(([name]) => name === '_id' || name === 'shift')
  return { ...Object.fromEntries(own), ...values }
}
