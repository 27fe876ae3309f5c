import mongoose from 'mongoose'

const {
  MongoBulkWriteError,
  MongoNetworkError,
  MongoServerSelectionError,
  MongoNotConnectedError,
  MongoError,
  MongoServerError,
} = mongoose.mongo

/** Server codes of a primary that is stepping down, starting or shutting down. */
const passing = new Set([91, 189, 10107, 11600, 11602, 13435, 13436])

/** MongoDB cannot be reached now, or has no primary: the same call may succeed in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) return true
  if (error instanceof MongoNotConnectedError || error instanceof mongoose.Error.MongooseServerSelectionError)
    return true
  if (error instanceof MongoError && error.hasErrorLabel('TransientTransactionError')) return true
  // What keeps `insertMany` from reaching the server comes in this wrapping, without a server's code.
  if (error instanceof MongoBulkWriteError && error.code === undefined) return true
  if (error instanceof MongoServerError) return passing.has(Number(error.code))
  if (error instanceof MongoError)
    return /^Mongo(WaitQueueTimeout|PoolCleared|TopologyClosed|ClientClosed)/.test(error.name)
  // Mongoose's own words for a call made before the first connection, with bufferCommands off.
  return error instanceof mongoose.Error && /before initial connection|Connection was force closed/.test(error.message)
}
