import { useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import { type Chosen, readChosen } from './slice.ts'

/** What the address chooses: it can be sent to a colleague, and the browser's way back leads through it. */
export function useChosen(): Chosen {
  const [params] = useSearchParams()
  return useMemo(() => readChosen(params), [params])
}
