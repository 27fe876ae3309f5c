import { createHash } from 'node:crypto'

/** RFC 8785 canonical JSON: one text for one content, whatever the order of its keys. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const keys = Object.keys(value).filter((key) => value[key] !== undefined)
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`
}

/** SHA-256, hex. */
export const sha256 = (content) => createHash('sha256').update(content).digest('hex')
