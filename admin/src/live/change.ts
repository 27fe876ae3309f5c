/** What `/api/live` says: ids only, whoever may see the rows fetches them again. */
export type LiveChange = { resource: string; ids: string[] }

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
