import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Actor } from '../../domain/case/events.ts'

/** What a line says, of a case's timeline or a licence's. */
export type Told = { type: string; at: number; by: Actor; data: unknown }

/** SHA-256 (hex) over RFC 8785 canonical JSON: the same content has the same digest whatever the order of its keys. */
export function digestOf(content: unknown): string {
  return createHash('sha256')
    .update(canonicalize(content) ?? 'null')
    .digest('hex')
}

/** A line's hash covers its content and the line before: one changed line breaks every later one. */
export function chainHash(previous: string, seq: number, { type, at, by, data }: Told): string {
  return digestOf({ previous, seq, type, at, by, data })
}
