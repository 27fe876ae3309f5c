import { useEffect } from 'react'

/** Reads again when the person comes back to the page: what they see is how it stands. */
export function useFresh(reload: () => void): void {
  useEffect(() => {
    const onReturn = () => document.visibilityState === 'visible' && reload()
    document.addEventListener('visibilitychange', onReturn)
    window.addEventListener('online', reload)
    return () => {
      document.removeEventListener('visibilitychange', onReturn)
      window.removeEventListener('online', reload)
    }
  }, [reload])
}
