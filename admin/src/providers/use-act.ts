import { useCallback, useRef, useState } from 'react'
import { ActKeys } from './act-keys.ts'
import { isOutcomeUnknown, steadfastly } from './steadfast.ts'

const keys = new ActKeys()

export type ActState = 'idle' | 'busy' | 'repeating'

/**
 * Carries out one act at a time, pessimistically: a second call while one is under way does nothing and gives null.
 * `intention` names the act with all it says (never a passphrase); its key lives until the act is done or surely refused.
 */
export function useAct() {
  const [state, setState] = useState<ActState>('idle')
  const busy = useRef(false)
  const run = useCallback(async <T>(intention: string, act: (key: string) => Promise<T>): Promise<T | null> => {
    if (busy.current) return null
    busy.current = true
    setState('busy')
    const key = keys.keyOf(intention)
    try {
      const answer = await steadfastly(() => act(key), { onRepeat: () => setState('repeating') })
      keys.settle(intention)
      return answer
    } catch (error) {
      if (!isOutcomeUnknown(error)) keys.settle(intention)
      throw error
    } finally {
      busy.current = false
      setState('idle')
    }
  }, [])
  return { run, state }
}
