import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLogin, useTranslate } from 'react-admin'
import { problemOf } from '../providers/http.ts'

/** Signs in and forgets what the person before had on the screen. */
export function useSignIn() {
  const login = useLogin()
  const translate = useTranslate()
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const signIn = async (credentials: { email: string; password: string }) => {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      queryClient.clear()
      await login(credentials)
    } catch (failure) {
      const { status, message } = problemOf(failure)
      const wrong = status === 401 || status === 400 || status === 422
      setError(wrong ? translate('lontar.sign_in.wrong') : translate(message, { _: message }))
      setBusy(false)
    }
  }
  return { signIn, busy, error }
}
