import type { Me } from '../../../contracts/me.ts'

const storageKey = 'lontar.person'

/** Who was signed in when the network was last there, so that drafts open without it. Gone at signing out; never the NIK. */
export function keptPerson(): Me | null {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? 'null') as Me | null
  } catch {
    return null
  }
}

export function keepPerson(me: Me): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ ...me, profile: {}, abilities: [] }))
  } catch {
    // Without storage a draft waits until the network is back.
  }
}

export function forgetPerson(): void {
  try {
    localStorage.removeItem(storageKey)
  } catch {
    // Nothing was kept then.
  }
}
