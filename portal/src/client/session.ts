import type { DemoPerson, Me } from '../../../contracts/me.ts'
import { newKey } from './key.ts'
import { CallFailure } from './problem.ts'
import { request } from './request.ts'

/** Who is signed in; null when nobody is. */
export async function readMe(signal?: AbortSignal): Promise<Me | null> {
  try {
    return await request<Me>('/api/me', { signal })
  } catch (error) {
    if (error instanceof CallFailure && error.kind === 'signed-out') return null
    throw error
  }
}

export const signIn = (email: string, password: string) =>
  request<unknown>('/api/auth/sign-in/email', { method: 'POST', body: { email, password }, key: newKey() })

export const signUp = (name: string, email: string, password: string) =>
  request<unknown>('/api/auth/sign-up/email', { method: 'POST', body: { name, email, password }, key: newKey() })

export const signOut = () => request<unknown>('/api/auth/sign-out', { method: 'POST', body: {}, key: newKey() })

export const readDemoPeople = (signal?: AbortSignal) => request<DemoPerson[]>('/api/demo/people', { signal })
