import type { RawRow } from './read-rows.ts'

/** Every e-mail that a row may mean an account by. */
export function emailsIn(raws: RawRow[]): string[] {
  const emails = new Set<string>()
  const take = (value: unknown) => {
    if (typeof value === 'string' && value.includes('@')) emails.add(value.trim().toLowerCase())
  }
  for (const { value } of raws) {
    const row = asObject(value)
    take(row.filedBy)
    take(asObject(row.applicant).account)
    if (Array.isArray(row.steps)) for (const step of row.steps as unknown[]) take(asObject(step).officer)
  }
  return [...emails]
}

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
