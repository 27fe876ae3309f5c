import { randomUUID } from 'node:crypto'
import { every } from '../../engine/every.ts'
import type { Service } from '../../infra/local/service.ts'
import type { Logger } from '../../infra/logger.ts'
import { takeRehearsal } from '../../models/rehearsal/lease.ts'
import { sayGone, sayHere, seenEveryMs } from '../../models/rehearsal/rehearser-seen.ts'
import { sweepFolders } from './folders.ts'
import { playRow } from './play-row.ts'

/** How often it looks whether a rehearsal waits. */
const lookEveryMs = 1_000

/** Plays what is asked for, one at a time, over a connection that is open. A rehearsal is ended after `limitMs`. */
export async function startRehearser({ log, limitMs }: { log: Logger; limitMs: number }): Promise<Service> {
  await sweepFolders()
  const holder = randomUUID()
  const stopping = new AbortController()
  const playNext = async () => {
    if (stopping.signal.aborted) return false
    const row = await takeRehearsal(holder)
    if (!row) return false
    await playRow(row, { holder, log, limitMs, stop: stopping.signal })
    return true
  }
  const here = every('saying that a rehearser is here', seenEveryMs, () => sayHere(holder).then(() => false), log)
  const playing = every('taking up rehearsals', lookEveryMs, playNext, log)
  return {
    async stop() {
      stopping.abort()
      await Promise.all([here.stop(), playing.stop()])
      await sayGone(holder)
    },
  }
}
