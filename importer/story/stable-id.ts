import { createHash } from 'node:crypto'

/** The same id for the same words, in the shape of a UUID: a row told again is the same case with the same acts. */
export function stableId(...words: string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(words)).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
