import type { Regency } from '../../../contracts/me.ts'

/** The tenant's public face, before anything else is loaded. Throws where the server cannot say it. */
export async function loadRegency(): Promise<Regency> {
  const response = await fetch('/api/regency', { headers: { Accept: 'application/json' } })
  if (!response.ok) throw new Error(`regency: ${response.status}`)
  return (await response.json()) as Regency
}
