import { useState } from 'react'
import { useDataProvider, useTranslate } from 'react-admin'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { problemOf } from '../providers/http.ts'
import { useAct } from '../providers/use-act.ts'

/** Puts one file into the store and gives its id; null where it was refused, and why is in `error`. */
export function useUpload() {
  const provider = useDataProvider<OfficeProvider>()
  const translate = useTranslate()
  const { run, state } = useAct()
  const [name, setName] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const upload = async (file: File): Promise<string | null> => {
    setError(null)
    setName(null)
    try {
      const intention = `upload:${file.name}:${file.size}:${file.lastModified}`
      const stored = await run(intention, (key) => provider.upload(file, key))
      if (stored) setName(file.name)
      return stored?.id ?? null
    } catch (failure) {
      const { message, errors } = problemOf(failure)
      setError(errors?.file ?? translate(message, { _: message }))
      return null
    }
  }
  return { upload, name, error, busy: state !== 'idle' }
}
