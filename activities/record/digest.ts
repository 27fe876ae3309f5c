import { digestOf } from '../../catalogue/digest.ts'
import type { Actor } from '../../domain/case/events.ts'

/** What a line says, of a case's timeline or a licence's. */
export type Told = { type: string; at: number; by: Actor; data: unknown }

/** A line's hash covers its content and the line before: one changed line breaks every later one. */
export function chainHash(previous: string, seq: number, { type, at, by, data }: Told): string {
  return digestOf({ previous, seq, type, at, by, data })
}
