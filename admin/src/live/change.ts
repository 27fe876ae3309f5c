import type { LiveChange } from '../../../contracts/live.ts'

export type { LiveChange }

/** null for anything that is no change (a greeting, a heartbeat). */
export function changeOf(text: string): LiveChange | null {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return null
  }
  if (!data || typeof data !== 'object') return null
  const { resource, ids } = data as Partial<LiveChange>
  return typeof resource === 'string' && Array.isArray(ids) ? { resource, ids: ids.map(String) } : null
}
