import mongoose from 'mongoose'
import type { ClientSession } from './database.ts'

/**
 * Runs `work` in a transaction on a majority write concern; the driver repeats it on a passing conflict, so it must be
 * free of effects outside the session.
 */
export async function inTransaction<Result>(work: (session: ClientSession) => Promise<Result>): Promise<Result> {
  return mongoose.connection.withSession((session) =>
    session.withTransaction(() => work(session), {
      writeConcern: { w: 'majority' },
      readConcern: { level: 'snapshot' },
    }),
  )
}

/** A unique index said no: the document is there already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === 11000
}
