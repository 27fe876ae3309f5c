import mongoose from 'mongoose'

/** One command on a collection, as the database's own profiler saw it. */
export type Profiled = { what: string; docsExamined: number; keysExamined: number; inTransaction: boolean }

/** What `work` asked of a collection, oldest first. */
export async function profiled(collection: string, work: () => Promise<unknown>): Promise<Profiled[]> {
  const { db } = mongoose.connection
  if (!db) throw new Error('not connected')
  const started = new Date()
  await db.command({ profile: 2 })
  try {
    await work()
  } finally {
    await db.command({ profile: 0 })
  }
  const rows = await db
    .collection('system.profile')
    .find({ ns: `${db.databaseName}.${collection}`, ts: { $gte: started } })
    .sort({ ts: 1 })
    .toArray()
  return rows.map(({ op, command, docsExamined = 0, keysExamined = 0 }) => ({
    what: op === 'command' ? String(Object.keys(command)[0]) : op,
    docsExamined,
    keysExamined,
    inTransaction: command?.autocommit === false,
  }))
}
