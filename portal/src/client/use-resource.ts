import { useCallback, useEffect, useRef, useState } from 'react'
import { asFailure, type CallFailure } from './problem.ts'

type Load<Data> = (signal: AbortSignal) => Promise<Data>

export type Resource<Data> = {
  data: Data | undefined
  failure: CallFailure | null
  loading: boolean
  reload: () => void
}

const remembered = new Map<string, unknown>()

/** Forgets everything read so far: the next person at this device starts clean. */
export const forgetResources = () => remembered.clear()

/**
 * Reads something for a screen: at once from this page's memory when it was read before, and again from the API.
 * `key` null reads nothing yet. A failed re-read leaves the older data standing beside the failure.
 */
export function useResource<Data>(key: string | null, load: Load<Data>): Resource<Data> {
  const [state, setState] = useState<{
    key: string | null
    data?: Data
    failure: CallFailure | null
    loading: boolean
  }>({
    key: null,
    failure: null,
    loading: key !== null,
  })
  const [round, setRound] = useState(0)
  const latestLoad = useRef(load)
  latestLoad.current = load

  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks for another read
  useEffect(() => {
    if (key === null) return
    const abort = new AbortController()
    const known = remembered.get(key) as Data | undefined
    setState((before) => ({
      key,
      data: known ?? (before.key === key ? before.data : undefined),
      failure: null,
      loading: true,
    }))
    latestLoad
      .current(abort.signal)
      .then((data) => {
        if (abort.signal.aborted) return
        remembered.set(key, data)
        setState({ key, data, failure: null, loading: false })
      })
      .catch((error: unknown) => {
        if (abort.signal.aborted) return
        setState((before) => ({ ...before, key, failure: asFailure(error), loading: false }))
      })
    return () => abort.abort()
  }, [key, round])

  const reload = useCallback(() => setRound((count) => count + 1), [])
  const current = state.key === key
  return {
    data: current ? state.data : undefined,
    failure: current ? state.failure : null,
    loading: current ? state.loading : key !== null,
    reload,
  }
}
