/**
 * The place a path leads to inside a JSON file: `form[data-diri].fields[nomorStr].label.en`. List entries are called by
 * their own code, name or e-mail, which is easier to find than a position.
 */
export function pathWords(json: unknown, path: readonly PropertyKey[]): string {
  let value = json
  let words = ''
  for (const key of path) {
    value = childOf(value, key)
    if (typeof key === 'number') words += `[${labelOf(value) ?? key}]`
    else words += words ? `.${String(key)}` : String(key)
  }
  return words
}

export function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(childOf, json)
}

function labelOf(value: unknown): string | undefined {
  return ['code', 'email', 'name', 'value'].map((key) => childOf(value, key)).find((label) => typeof label === 'string')
}

function childOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}
