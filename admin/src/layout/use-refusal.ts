import { useCallback } from 'react'
import { useNotify } from 'react-admin'
import { problemOf } from '../providers/http.ts'
import { isOutcomeUnknown } from '../providers/steadfast.ts'

/** Tells why an act was refused, in the API's own words; an unknown outcome says that repeating it is safe. */
export function useRefusal(): (error: unknown) => void {
  const notify = useNotify()
  return useCallback(
    (error) => {
      const message = isOutcomeUnknown(error) ? 'lontar.error.outcome_unknown' : problemOf(error).message
      notify(message, { type: 'error', autoHideDuration: 10_000, messageArgs: { _: message } })
    },
    [notify],
  )
}
