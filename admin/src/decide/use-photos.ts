import { useCallback, useEffect, useRef, useState } from 'react'
import { useDataProvider, useTranslate } from 'react-admin'
import { shrinkPhoto, UnreadablePhoto } from '../../../screens/shrink-photo.ts'
import { newKey } from '../providers/act-keys.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { problemOf } from '../providers/http.ts'
import { isOutcomeUnknown, isUnanswered } from '../providers/steadfast.ts'
import { dropPicture, keepPicture, type Photo, readPicture } from './report-drawer.ts'

/** What a picture of a report may weigh when it is sent: sharp enough to read a label, light enough for a thin line. */
const mostBytes = 1_500_000
/** How long after a line that failed it is tried again unasked, in ms. */
const againAfter = 10_000

type Props = {
  report: string | null
  photos: readonly Photo[]
  change: (edit: (photos: Photo[]) => Photo[]) => void
}

/** Pictures made smaller and kept on the device as soon as they are taken, and sent one after another while there is a line. */
export function usePhotos({ report, photos, change }: Props) {
  const provider = useDataProvider<OfficeProvider>()
  const translate = useTranslate()
  const blobs = useRef(new Map<string, Blob>())
  const sending = useRef(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const waiting = photos.filter(({ id }) => id === null)

  const forget = useCallback(
    async (key: string) => {
      blobs.current.delete(key)
      change((all) => all.filter((photo) => photo.key !== key))
      if (report) await dropPicture(report, key)
    },
    [report, change],
  )

  const sendOne = useCallback(
    async ({ key, name }: Photo): Promise<void> => {
      const blob = blobs.current.get(key) ?? (report ? await readPicture(report, key) : null)
      if (!blob) return forget(key)
      const { id } = await provider.upload(new File([blob], name, { type: 'image/jpeg' }), key)
      change((all) => all.map((photo) => (photo.key === key ? { ...photo, id } : photo)))
      blobs.current.delete(key)
      if (report) await dropPicture(report, key)
    },
    [provider, report, change, forget],
  )

  const send = useCallback(async () => {
    if (sending.current) return
    sending.current = true
    setBusy(true)
    try {
      for (const photo of waiting) {
        try {
          await sendOne(photo)
        } catch (failure) {
          if (isUnanswered(failure) || isOutcomeUnknown(failure)) break
          const { message, errors } = problemOf(failure)
          setError(errors?.file ?? translate(message, { _: message }))
          await forget(photo.key)
        }
      }
    } finally {
      sending.current = false
      setBusy(false)
    }
  }, [waiting, sendOne, forget, translate])

  const latest = useRef(send)
  latest.current = send
  const count = waiting.length
  useEffect(() => {
    if (count === 0) return
    const now = () => void latest.current()
    now()
    addEventListener('online', now)
    const timer = setInterval(now, againAfter)
    return () => {
      removeEventListener('online', now)
      clearInterval(timer)
    }
  }, [count])

  const add = async (file: File) => {
    setError(null)
    try {
      const blob = await shrinkPhoto(file, mostBytes)
      const key = newKey()
      blobs.current.set(key, blob)
      if (report) await keepPicture({ report, key, blob })
      change((all) => [...all, { key, name: `${file.name.replace(/\.[^.]*$/, '') || 'foto'}.jpg`, id: null }])
    } catch (failure) {
      if (!(failure instanceof UnreadablePhoto)) throw failure
      setError(translate('lontar.decide.photo_unreadable'))
    }
  }
  return { add, forget, busy, waiting: count, error }
}
