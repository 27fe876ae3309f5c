import canonicalize from 'canonicalize'

/** Whether two values say the same, whatever the order of their keys. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonicalize(plain(one)) === canonicalize(plain(other))
}

/** As it would be after a way through JSON: dates as text, nothing undefined. */
function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}
