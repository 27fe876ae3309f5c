import type { Db } from '../models/database.ts'

/** Sign-in, memberships, profiles, the audit chain. Names of the sign-in's indexes are those better-auth looks for. */
export async function up(db: Db): Promise<void> {
  await db.collection('authUsers').createIndex({ email: 1 }, { name: 'authUsers_email_uidx', unique: true })
  await db.collection('authSessions').createIndex({ token: 1 }, { name: 'authSessions_token_uidx', unique: true })
  await db.collection('authSessions').createIndex({ userId: 1 }, { name: 'authSessions_userId_idx' })
  await db.collection('authSessions').createIndex({ expiresAt: 1 }, { name: 'expired', expireAfterSeconds: 86_400 })
  await db.collection('authAccounts').createIndex({ userId: 1 }, { name: 'authAccounts_userId_idx' })
  await db.collection('authVerifications').createIndex({ identifier: 1 }, { name: 'authVerifications_identifier_idx' })

  await db.collection('memberships').createIndex({ regency: 1, account: 1, until: 1 }, { name: 'of-person' })
  await db
    .collection('memberships')
    .createIndex({ regency: 1, agency: 1, village: 1, role: 1, until: 1 }, { name: 'at-desk' })
  await db.collection('personProfiles').createIndex({ regency: 1, account: 1 }, { name: 'of-person', unique: true })
  await db.collection('audit').createIndex({ regency: 1, seq: 1 }, { name: 'chain', unique: true })
  await db
    .collection('audit')
    .createIndex({ regency: 1, 'subject.kind': 1, 'subject.id': 1, seq: 1 }, { name: 'about' })
  await db.collection('auditHeads').createIndex({ regency: 1 }, { name: 'one-head', unique: true })
}
