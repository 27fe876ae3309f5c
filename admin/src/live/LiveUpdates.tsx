import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { LiveChange } from './change.ts'
import { listenToServer } from './event-source.ts'
import { gather } from './gather.ts'
import { type LiveState, shareLive, type Told } from './share.ts'
import { staleAfter } from './stale.ts'

const Context = createContext<LiveState | null>(null)
/** null where nothing is live for this person. */
export const useLiveState = () => useContext(Context)

/** Ids come, the rows are fetched again under one's own rights; after a gap, whatever it may have hidden. */
export function LiveUpdates({ enabled, children }: { enabled: boolean; children: ReactNode }) {
  const queryClient = useQueryClient()
  const [state, setState] = useState<LiveState>('connecting')
  useEffect(() => {
    if (!enabled) return
    let missed = false
    const refetch = (changes: LiveChange[] | 'all') =>
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => (changes === 'all' ? queryKey[0] !== 'auth' : staleAfter(changes, queryKey)),
      })
    const gathered = gather<LiveChange>(refetch)
    const hear = (told: Told) => {
      if ('change' in told) return gathered.add(told.change)
      setState(told.state)
      if (told.state === 'on' && missed) refetch('all')
      missed = told.state === 'lost'
    }
    const stop = shareLive(hear, listenToServer)
    return () => {
      stop()
      gathered.stop()
    }
  }, [queryClient, enabled])
  return <Context.Provider value={enabled ? state : null}>{children}</Context.Provider>
}
