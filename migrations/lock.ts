import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import type { Db } from '../models/database.ts'

type Lock = { _id: 'lock'; holder: string; until: Date }

const leaseMs = 15_000
const patienceMs = 120_000

/**
 * Runs `fn` while holding the database's migration lock. A holder that died gives it up after 15 s. Throws when another
 * process holds it for two minutes. `stillHeld` throws when the lease was lost, so call it between steps.
 */
export async function withLock<T>(db: Db, fn: (stillHeld: () => void) => Promise<T>): Promise<T> {
  const locks = db.collection<Lock>('migrations')
  const holder = randomUUID()
  await acquire(locks, holder)
  let lost = false
  const renewal = setInterval(() => {
    locks.updateOne({ _id: 'lock', holder }, { $set: { until: leaseEnd() } }).then(
      (result) => {
        lost ||= result.matchedCount === 0
      },
      () => {
        lost = true
      },
    )
  }, leaseMs / 3)
  try {
    return await fn(() => {
      if (lost) throw new Error('The migration lock was lost')
    })
  } finally {
    clearInterval(renewal)
    await locks.deleteOne({ _id: 'lock', holder })
  }
}

async function acquire(locks: mongoose.mongo.Collection<Lock>, holder: string): Promise<void> {
  const deadline = Date.now() + patienceMs
  while (!(await tryAcquire(locks, holder))) {
    if (Date.now() > deadline) throw new Error('Another process has been migrating for two minutes')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** The upsert fails on the duplicate `_id` while somebody else's lease is running. */
async function tryAcquire(locks: mongoose.mongo.Collection<Lock>, holder: string): Promise<boolean> {
  try {
    await locks.updateOne(
      { _id: 'lock', until: { $lt: new Date() } },
      { $set: { holder, until: leaseEnd() } },
      { upsert: true },
    )
    return true
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.code === 11000) return false
    throw error
  }
}

const leaseEnd = () => new Date(Date.now() + leaseMs)
