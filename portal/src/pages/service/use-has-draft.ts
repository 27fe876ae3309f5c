import { useEffect, useState } from 'react'
import { findDraft } from '../../draft/store.ts'

/** Whether this person has begun this service on this device. */
export function useHasDraft(person: string | undefined, service: string): boolean {
  const [found, setFound] = useState(false)
  useEffect(() => {
    if (!person) return setFound(false)
    let current = true
    findDraft(person, service)
      .then((draft) => current && setFound(draft !== undefined))
      .catch(() => current && setFound(false))
    return () => {
      current = false
    }
  }, [person, service])
  return found
}
