import mongoose from 'mongoose'

/**
 * Opens Mongoose's default connection. Indexes come from migrations, so nothing is created by itself.
 * While MongoDB is away every call fails within about 3 s instead of queueing, and the driver reconnects by itself. A
 * server that stands still without closing its connections is noticed after 5 s, so a call under way fails within 8 s.
 * Throws when no primary is found in that time.
 * @param uri with or without a database name; the name is `lontar` when neither it nor `dbName` says otherwise
 */
export async function connectMongo(uri: string, options: { dbName?: string } = {}): Promise<mongoose.Connection> {
  mongoose.set('autoIndex', false)
  mongoose.set('autoCreate', false)
  mongoose.set('bufferCommands', false)
  await mongoose.connect(uri, {
    dbName: options.dbName ?? (new URL(uri).pathname.slice(1) || 'lontar'),
    serverSelectionTimeoutMS: 3_000,
    connectTimeoutMS: 3_000,
    socketTimeoutMS: 30_000,
    waitQueueTimeoutMS: 3_000,
    heartbeatFrequencyMS: 2_000,
    maxPoolSize: 50,
    writeConcern: { w: 'majority' },
  })
  return mongoose.connection
}

export async function disconnectMongo(): Promise<void> {
  await mongoose.disconnect()
}

/** Whether a primary answers now, within about 2 s. */
export async function isMongoReady(): Promise<boolean> {
  const { db, readyState } = mongoose.connection
  if (!db || readyState !== mongoose.ConnectionStates.connected) return false
  const late = new Promise<false>((resolve) => setTimeout(resolve, 2_000, false).unref())
  const answer = db.command({ hello: 1 }).then(
    (hello) => hello.isWritablePrimary === true,
    () => false,
  )
  return Promise.race([answer, late])
}
