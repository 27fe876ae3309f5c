import mongoose, { type Model, Schema } from 'mongoose'
import { authCollections } from './auth-database.ts'

/**
 * The sign-in's own record of a person, read beside better-auth, which alone writes it. Identity belongs to no regency;
 * what somebody is there, memberships say.
 */
export type AuthUserRecord = { _id: string; name: string; email: string; demo?: boolean }

const schema = new Schema<AuthUserRecord>(
  { _id: String, name: String, email: String, demo: Boolean },
  { collection: authCollections.user, versionKey: false },
)

const AuthUser: Model<AuthUserRecord> = mongoose.model<AuthUserRecord>('AuthUser', schema)

/** Names by account, in one query; accounts that are gone are absent. */
export async function namesOf(accounts: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(accounts)]
  if (wanted.length === 0) return new Map()
  const found = await AuthUser.find({ _id: { $in: wanted } })
    .select('name')
    .lean<AuthUserRecord[]>()
  return new Map(found.map((user) => [user._id, user.name]))
}

export async function findAuthUser(account: string): Promise<AuthUserRecord | null> {
  return AuthUser.findById(account).lean<AuthUserRecord>()
}
