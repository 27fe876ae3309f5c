import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { Me } from '../../../contracts/me.ts'
import { readMe, signOut } from '../client/session.ts'
import { forgetResources } from '../client/use-resource.ts'
import { forgetPerson, keepPerson, keptPerson } from './kept-person.ts'

type Session = {
  /** undefined while it is not known yet. */
  me: Me | null | undefined
  /** Asks the API again, after signing in or when a call said that nobody is signed in. */
  refresh: () => Promise<Me | null>
  leave: () => Promise<void>
}

const SessionContext = createContext<Session | null>(null)

export function SessionProvider({ children }: { children: ReactNode }) {
  const [me, setMe] = useState<Me | null | undefined>(undefined)

  const refresh = useCallback(async () => {
    const found = await readMe().catch(() => keptPerson())
    setMe((before) => {
      if (before?.id !== found?.id) forgetResources()
      return found
    })
    if (found) keepPerson(found)
    else forgetPerson()
    return found
  }, [])

  useEffect(() => {
    refresh()
  }, [refresh])

  const leave = useCallback(async () => {
    await signOut()
    forgetPerson()
    forgetResources()
    setMe(null)
  }, [])

  const session = useMemo(() => ({ me, refresh, leave }), [me, refresh, leave])
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside SessionProvider')
  return session
}

/** The desk from which somebody files for others; null for a citizen acting for themselves. */
export function proxyDesk(me: Me | null | undefined) {
  const desk = me?.memberships.find(({ role }) => role === 'counter' || role === 'village-operator')
  if (!desk) return null
  return { channel: desk.role === 'counter' ? ('counter' as const) : ('village' as const), ...desk }
}
