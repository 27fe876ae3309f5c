import { readFileSync, statSync } from 'node:fs'
import type { Db } from 'mongodb'

/** Bytes of Temporal's database with what has not been written back yet. */
export function temporalBytes(dbFile: string): number {
  return [dbFile, `${dbFile}-wal`].reduce((sum, file) => {
    try {
      return sum + statSync(file).size
    } catch {
      return sum
    }
  }, 0)
}

/** Bytes on disk of the register and its timeline, indexes included. */
export async function mongoBytes(db: Db): Promise<number> {
  await db.admin().command({ fsync: 1 })
  let bytes = 0
  for (const name of ['registerEntries', 'registerTimeline']) {
    const [stats] = await db
      .collection(name)
      .aggregate([{ $collStats: { storageStats: {} } }])
      .toArray()
    bytes += stats?.storageStats.totalSize ?? 0
  }
  return bytes
}

/** Resident memory in MB of each process; 0 where the system does not tell. */
export function residentMb(pids: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(pids).map(([name, pid]) => {
      try {
        const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        return [name, Math.round(Number(kb ?? 0) / 1024)]
      } catch {
        return [name, 0]
      }
    }),
  )
}
