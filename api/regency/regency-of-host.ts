import { setTimeout as pause } from 'node:timers/promises'
import { regencyHosts } from '../../models/catalogue/regency.ts'
import type { RegencyOfHost } from '../middleware/regency.ts'

const rememberMs = 5_000
/** Nobody waits longer for newer hosts while there is an answer. */
const patienceMs = 500

/**
 * The host names the regency, as the packs say. A host nobody claims is `fallback`'s (the environment's REGENCY), else the
 * only regency's when there is just one. While MongoDB is away the last answer stands.
 */
export function regencyOfHosts(fallback: string | undefined): RegencyOfHost {
  let known: { hosts: Map<string, string>; until: number } | undefined
  let asking: Promise<void> | undefined

  async function ask(): Promise<void> {
    try {
      known = { hosts: await regencyHosts(), until: Date.now() + rememberMs }
    } catch (error) {
      if (!known && fallback === undefined) throw error
      known = { hosts: known?.hosts ?? new Map(), until: Date.now() + rememberMs / 5 }
    } finally {
      asking = undefined
    }
  }

  async function hosts(): Promise<Map<string, string>> {
    if (!known || known.until <= Date.now()) {
      asking ??= ask()
      await (known ? Promise.race([asking, pause(patienceMs)]) : asking)
    }
    return known?.hosts ?? new Map()
  }

  return async (host) => {
    const byHost = await hosts()
    const named = byHost.get(host.toLowerCase())
    if (named !== undefined) return named
    if (fallback !== undefined) return fallback
    const all = new Set(byHost.values())
    if (all.size === 0) known = undefined
    return all.size === 1 ? ([...all][0] ?? null) : null
  }
}
