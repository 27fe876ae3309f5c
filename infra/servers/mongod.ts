import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { type Progress, screenProgress } from '../progress.ts'
import { type Binary, ensureBinary } from './ensure-binary.ts'
import { mongodPin } from './pins.ts'
import { freePort } from './ports.ts'
import { type ServerProcess, startServerProcess, waitUntilReady } from './server-process.ts'

const replicaSet = 'lontar'

export interface MongodOptions {
  /** Parent of the data folder; the folder itself carries the server's version. */
  dataDir: string
  port?: number
  /** WiredTiger's cache in GB. */
  cacheGb?: number
  binary?: Binary
  logFile?: string
  /** For many databases that live for seconds: what nobody uses is closed, and what was dropped is gone, at once. */
  manyShortLived?: true
}

/** A database is some 300 files, which stay open for minutes otherwise: the limit of 20,000 comes sooner than that. */
const forShortLives = [
  ...['--wiredTigerEngineConfigString', 'file_manager=(close_idle_time=10,close_scan_interval=5)'],
  ...['--setParameter', 'minSnapshotHistoryWindowInSeconds=0'],
]

/**
 * What a process that was killed in the middle of a transaction had touched stays held until the server gives the
 * transaction up: up to 90 s by default, a case, or everybody's series of numbers. Ours last well below a second.
 */
const soonGivenUp = ['--setParameter', 'transactionLifetimeLimitSeconds=20']

export interface Mongod extends ServerProcess {
  /** Without a database name; give one as `dbName` when connecting. */
  uri: string
  port: number
  version: string
}

export function ensureMongod(progress: Progress = screenProgress()): Promise<Binary> {
  return ensureBinary(mongodPin, progress)
}

/** Starts mongod as a one-node replica set on 127.0.0.1; resolves when it is primary and takes writes. */
export async function startMongod(options: MongodOptions): Promise<Mongod> {
  const binary = options.binary ?? (await ensureMongod())
  const port = options.port ?? (await freePort())
  const dbpath = join(options.dataDir, `mongod-${binary.version}`)
  await mkdir(dbpath, { recursive: true })
  const server = await startServerProcess(
    'mongod',
    binary.path,
    [
      ...['--dbpath', dbpath, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'],
      ...['--replSet', replicaSet, '--oplogSize', '512', '--storageEngine', 'wiredTiger', '--quiet'],
      ...['--wiredTigerCacheSizeGB', String(options.cacheGb ?? 1)],
      ...soonGivenUp,
      ...(options.manyShortLived ? forShortLives : []),
    ],
    options.logFile ?? join(options.dataDir, 'mongod.log'),
  )
  await becomePrimary(server, port)
  const uri = `mongodb://127.0.0.1:${port}/?replicaSet=${replicaSet}`
  return { ...server, uri, port, version: binary.version }
}

async function becomePrimary(server: ServerProcess, port: number): Promise<void> {
  const self = `127.0.0.1:${port}`
  await waitUntilReady(server, async () => {
    // A client whose first connection was refused stays closed, hence one for each look.
    const client = new mongoose.mongo.MongoClient(`mongodb://${self}/?directConnection=true`, {
      serverSelectionTimeoutMS: 1_000,
    })
    try {
      const admin = client.db('admin')
      const hello = await admin.command({ hello: 1 })
      if (hello.isWritablePrimary && hello.me === self) return true
      if (!hello.setName || hello.me !== self) await configure(admin, self)
      return 'the replica set has no primary yet'
    } catch (error) {
      return (error as Error).message
    } finally {
      await client.close()
    }
  })
}

/** Initiates the set, or moves an existing one to this port: the stored configuration names the old one. */
async function configure(admin: mongoose.mongo.Db, self: string): Promise<void> {
  const stored = await admin.command({ replSetGetConfig: 1 }).then(
    (answer) => answer.config as { version: number; members: Array<{ host: string }> },
    () => undefined,
  )
  if (!stored) {
    await admin.command({ replSetInitiate: { _id: replicaSet, members: [{ _id: 0, host: self }] } })
  } else if (stored.members[0]?.host !== self) {
    const moved = { ...stored, version: stored.version + 1, members: [{ ...stored.members[0], host: self }] }
    await admin.command({ replSetReconfig: moved, force: true })
  }
}
