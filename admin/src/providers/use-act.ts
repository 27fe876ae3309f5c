import { useCallback, useRef, useState } from 'react'
import { ActKeys } from './act-keys.ts'
import { isOutcomeUnknown, isUnanswered, steadfastly } from './steadfast.ts'

const keys = new ActKeys()

export type ActState = 'idle' | 'busy' | 'repeating'

/** Which errors leave the act open under its key; those of a server that is away or does not know, unless told. */
type Options = { openIf?: (error: unknown) => boolean }

/**
 * Carries out one act at a time, pessimistically: a second call while one is under way does nothing and gives null.
 * `intention` names the act with all it says (never a passphrase); its key lives until the act is done or surely refused.
 */
export function useAct({ openIf = isUnanswered }: Options = {}) {
  const [state, setState] = useState<ActState>('idle')
  const busy = useRef(false)
  const run = useCallback(
    async <T>(intention: string, act: (key: string) => Promise<T>): Promise<T | null> => {
      if (busy.current) return null
      busy.current = true
      setState('busy')
      const key = keys.keyOf(intention)
      try {
        const answer = await steadfastly(() => act(key), {
          repeatIf: openIf,
          onRepeat: () => setState('repeating'),
        })
        keys.settle(intention)
        return answer
      } catch (error) {
        if (!openIf(error) && !isOutcomeUnknown(error)) keys.settle(intention)
        throw error
      } finally {
        busy.current = false
        setState('idle')
      }
    },
    [openIf],
  )
  return { run, state }
}
