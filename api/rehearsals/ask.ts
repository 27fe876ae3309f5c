import { randomUUID } from 'node:crypto'
import type { AskRehearsal } from '../../contracts/rehearsals.ts'
import { Rehearsal, type RehearsalRecord } from '../../models/rehearsal/rehearsal.ts'
import { isDuplicate } from '../../models/transaction.ts'
import { digestOf, keyReused } from '../middleware/idempotency.ts'
import { materialFor } from './material.ts'
import { rehearsalsFull } from './refusals.ts'

/** Of one regency, with the one that is played. */
export const mostUnfinished = 5

/** Keeps the row, which is its acceptance; the same key again is the same rehearsal. */
export async function askRehearsal(account: string, key: string, asked: AskRehearsal): Promise<RehearsalRecord> {
  const digest = digestOf(asked)
  const before = await askedBefore(account, key, digest)
  if (before) return before
  const { service, source, behaviour, day = null } = asked
  const files = await materialFor(asked, new Date())
  const unfinished = await Rehearsal.countDocuments({ state: { $in: ['waiting', 'running'] } })
  if (unfinished >= mostUnfinished) throw rehearsalsFull(unfinished)
  const row = { _id: randomUUID(), by: account, key, digest, at: new Date(), service, source, behaviour, day, files }
  try {
    await Rehearsal.insertMany([{ ...row, state: 'waiting', attempts: 0 }])
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  const kept = await askedBefore(account, key, digest)
  if (!kept) throw new Error('a rehearsal was kept and is gone')
  return kept
}

async function askedBefore(by: string, key: string, digest: string): Promise<RehearsalRecord | null> {
  const found = await Rehearsal.findOne({ by, key }).lean<RehearsalRecord>()
  if (found && found.digest !== digest) throw keyReused()
  return found
}
