import { mongodbAdapter } from '@better-auth/mongo-adapter'
import mongoose from 'mongoose'

export type AuthDatabase = ReturnType<typeof mongodbAdapter>

/** Collections of the sign-in: identity only, of all regencies. Indexes are in `migrations/`. */
export const authCollections = {
  user: 'authUsers',
  session: 'authSessions',
  account: 'authAccounts',
  verification: 'authVerifications',
} as const

/** The sign-in's storage on Mongoose's own client; undefined until MongoDB has been reached once. */
export function authDatabase(): AuthDatabase | undefined {
  const { db } = mongoose.connection
  return db ? mongodbAdapter(db, { client: mongoose.connection.getClient() }) : undefined
}
