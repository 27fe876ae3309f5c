import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { DraftFile } from './draft.ts'
import { type Slots, Uploads } from './uploads.ts'

export const UploadsContext = createContext<Uploads | null>(null)

/** The uploads of a draft, going on where the last visit stopped, and again whenever the network returns. */
export function useDraftUploads(draft: string | undefined, files: readonly DraftFile[]): Uploads | null {
  const uploads = useMemo(() => (draft ? new Uploads(draft, files) : null), [draft, files])
  useEffect(() => {
    if (!uploads) return
    uploads.resume()
    window.addEventListener('online', uploads.resume)
    return () => {
      window.removeEventListener('online', uploads.resume)
      uploads.stop()
    }
  }, [uploads])
  return uploads
}

const none: Slots = {}
const silent = () => () => undefined

export const useSlots = (uploads: Uploads | null): Slots =>
  useSyncExternalStore(uploads?.subscribe ?? silent, uploads?.slots ?? (() => none))

export function useUploads(): Uploads {
  const uploads = useContext(UploadsContext)
  if (!uploads) throw new Error('useUploads outside UploadsContext')
  return uploads
}
