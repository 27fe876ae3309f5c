import { digestOf } from '../../catalogue/digest.ts'
import type { RawRow } from './read-rows.ts'

/** What identifies a row, before anything else is looked at; null where even that is missing. */
export function keyOf(
  { value }: Pick<RawRow, 'value'>,
  service?: string,
): { key: string; service: string; digest: string } | null {
  if (typeof value !== 'object' || value === null) return null
  const code: unknown = Reflect.get(value, 'service') ?? service
  const reference: unknown = Reflect.get(value, 'reference')
  if (typeof code !== 'string' || typeof reference !== 'string' || reference.trim() === '') return null
  return { key: `${code}/${reference.trim()}`, service: code, digest: digestOf(value) }
}
