import mongoose from 'mongoose'
import { authCollections } from './auth-database.ts'

/** Accounts by e-mail in small letters, in one query; e-mails that nobody signs in with are absent. */
export async function accountsByEmail(emails: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(emails.map((email) => email.toLowerCase()))]
  const { db } = mongoose.connection
  if (wanted.length === 0 || !db) return new Map()
  const found = db.collection(authCollections.user).find({ email: { $in: wanted } }, { projection: { email: 1 } })
  return new Map((await found.toArray()).map(({ _id, email }) => [String(email), String(_id)]))
}
