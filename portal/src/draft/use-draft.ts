import { useCallback, useEffect, useRef, useState } from 'react'
import { type Draft, type DraftFile, draftId, emptyDraft } from './draft.ts'
import { deleteDraft, readDraft, saveDraft } from './store.ts'

const settleMs = 400

export type DraftState = {
  draft: Draft | null
  /** Files that the draft came back with. */
  files: DraftFile[]
  restored: boolean
  /** False where this device refuses to keep anything. */
  kept: boolean
  change: (patch: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => void
  /** Writes what stands now, before something that must not be lost; resolves with the draft as written. */
  settle: (patch?: Partial<Draft>) => Promise<Draft>
  /** Removes the draft from the device. */
  discard: () => Promise<void>
}

/** The draft of `subject`, written to the device a moment after every change, and at once when the page is hidden. */
export function useDraft(person: string, subject: string, serviceVersion: number | null): DraftState {
  const [draft, setDraft] = useState<Draft | null>(null)
  const [files, setFiles] = useState<DraftFile[]>([])
  const [restored, setRestored] = useState(false)
  const [kept, setKept] = useState(true)
  const latest = useRef<Draft | null>(null)
  const timer = useRef<number | undefined>(undefined)
  const gone = useRef(false)

  const write = useCallback(async () => {
    window.clearTimeout(timer.current)
    timer.current = undefined
    if (!latest.current || gone.current) return
    try {
      await saveDraft(latest.current)
      setKept(true)
    } catch {
      setKept(false)
    }
  }, [])

  const put = useCallback((next: Draft) => {
    latest.current = next
    setDraft(next)
  }, [])

  useEffect(() => {
    if (serviceVersion === null) return
    let current = true
    gone.current = false
    readDraft(draftId(person, subject))
      .catch(() => {
        setKept(false)
        return undefined
      })
      .then((found) => {
        if (!current) return
        setRestored(found !== undefined)
        setFiles(found?.files ?? [])
        put(found?.draft ?? emptyDraft(person, subject, serviceVersion))
      })
    return () => {
      current = false
    }
  }, [person, subject, serviceVersion, put])

  useEffect(() => {
    const writeWhenHidden = () => document.visibilityState === 'hidden' && timer.current !== undefined && write()
    document.addEventListener('visibilitychange', writeWhenHidden)
    return () => {
      document.removeEventListener('visibilitychange', writeWhenHidden)
      if (timer.current !== undefined) write()
    }
  }, [write])

  const change = useCallback<DraftState['change']>(
    (patch) => {
      if (!latest.current) return
      put({ ...latest.current, ...(typeof patch === 'function' ? patch(latest.current) : patch), savedAt: Date.now() })
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(write, settleMs)
    },
    [put, write],
  )

  const settle = useCallback<DraftState['settle']>(
    async (patch) => {
      if (!latest.current) throw new Error('No draft yet')
      put({ ...latest.current, ...patch, savedAt: Date.now() })
      await write()
      return latest.current
    },
    [put, write],
  )

  const discard = useCallback(async () => {
    gone.current = true
    window.clearTimeout(timer.current)
    timer.current = undefined
    await deleteDraft(draftId(person, subject)).catch(() => undefined)
  }, [person, subject])

  return { draft, files, restored, kept, change, settle, discard }
}
