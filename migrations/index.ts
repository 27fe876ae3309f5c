/**
 * Indexes and changes of stored data, in dated files beside this one. To add one:
 *
 * 1. name it `YYYY-MM-DD-NNNN-what-it-does.ts`: the date you write it, a number that orders files of one day. Files run in
 *    the order of their names, once each; a file that has been released is never edited, a later one mends it.
 * 2. export `up(db)`, which gets the driver's database (no tenancy there: a migration works on all regencies):
 *
 *        import type { Db } from '../models/database.ts'
 *        export async function up(db: Db): Promise<void> {
 *          await db.collection('tasks').createIndex({ regency: 1, agency: 1, status: 1, dueAt: 1, _id: 1 }, { name: 'inbox' })
 *        }
 *
 * 3. make it idempotent: the process may die after `up` and before it is recorded, and `up` runs again. `createIndex` with
 *    the same definition is; changes of data need a filter on what is still to change.
 *
 * Indexes of tenant-scoped collections begin with `regency`. Mongoose's `autoIndex` and `autoCreate` stay off.
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import mongoose from 'mongoose'
import type { Db } from '../models/database.ts'
import { withLock } from './lock.ts'

export type MigrationReport = {
  /** Names run now, in order. */
  applied: string[]
  /** Names that had been run before. */
  present: string[]
  /** Recorded names this version of Lontar has no file for: the database has seen a newer one. */
  unknown: string[]
}

type Record = { _id: string; at: Date; ms: number }

const fileName = /^(\d{4}-\d{2}-\d{2}-\d{4}-[a-z0-9-]+)\.ts$/

/** Runs what has not been run yet, under a lock that other processes wait for. Throws naming the file that failed. */
export async function migrate(db: Db = connected(), folder: string = import.meta.dirname): Promise<MigrationReport> {
  const names = (await readdir(folder)).flatMap((file) => fileName.exec(file)?.[1] ?? []).sort()
  return withLock(db, async (stillHeld) => {
    const collection = db.collection<Record>('migrations')
    const recorded = await collection.find({ at: { $exists: true } }).toArray()
    const present = new Set(recorded.map((record) => record._id))
    const applied: string[] = []
    for (const name of names) {
      if (present.has(name)) continue
      stillHeld()
      const started = performance.now()
      await run(db, folder, name)
      await collection.insertOne({ _id: name, at: new Date(), ms: Math.round(performance.now() - started) })
      applied.push(name)
    }
    const unknown = [...present].filter((name) => !names.includes(name))
    return { applied, present: [...present].filter((name) => names.includes(name)).sort(), unknown }
  })
}

async function run(db: Db, folder: string, name: string): Promise<void> {
  const module: unknown = await import(pathToFileURL(join(folder, `${name}.ts`)).href)
  const up: unknown = typeof module === 'object' && module !== null ? Reflect.get(module, 'up') : undefined
  if (typeof up !== 'function') throw new Error(`Migration ${name} exports no up(db)`)
  try {
    await up(db)
  } catch (error) {
    throw new Error(`Migration ${name} failed`, { cause: error })
  }
}

function connected(): Db {
  const { db } = mongoose.connection
  if (!db) throw new Error('migrate() needs an open connection')
  return db
}
