import type { AuthProvider } from 'react-admin'
import { allows } from './access.ts'
import { call } from './http.ts'
import { forgetSelf, self } from './me.ts'

/** better-auth's cookie session; what a person may see comes from `GET /api/me`. */
export const authProvider: AuthProvider = {
  login: async ({ email, password }: { email: string; password: string }) => {
    await call('/api/auth/sign-in/email', { method: 'POST', body: { email, password } })
    forgetSelf()
    await self()
  },
  logout: async () => {
    const wasIn = await self().then(
      () => true,
      () => false,
    )
    if (wasIn) await call('/api/auth/sign-out', { method: 'POST', body: {} }).catch(() => undefined)
    forgetSelf()
  },
  checkAuth: async () => {
    await self()
  },
  checkError: async (error: { status?: number }) => {
    if (error.status !== 401) return
    forgetSelf()
    throw error
  },
  getIdentity: async () => {
    const { me } = await self()
    return { id: me.id, fullName: me.name }
  },
  getPermissions: async () => (await self()).me,
  canAccess: async ({ resource, action }) => allows(await self(), resource, action),
}
