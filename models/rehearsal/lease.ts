import { acrossRegencies } from '../tenancy.ts'
import { isDuplicate } from '../transaction.ts'
import { Rehearsal, type RehearsalRecord } from './rehearsal.ts'

/** How long a process that died keeps a rehearsal from the others. */
export const rehearsalLeaseMs = 15_000
/** A rehearsal under which so many processes died is not tried again. */
export const mostAttempts = 2

const leaseFor = (holder: string) => ({ holder, until: new Date(Date.now() + rehearsalLeaseMs) })

/**
 * Takes the oldest rehearsal that nobody plays, first one left behind by a process that died; null where there is none. Of one
 * regency one is played at a time: a unique index says so.
 */
export async function takeRehearsal(holder: string): Promise<RehearsalRecord | null> {
  return acrossRegencies('take up a rehearsal that nobody plays', async () => {
    const silent = { $lt: new Date() }
    const worn = { state: 'running', 'lease.until': silent, attempts: { $gte: mostAttempts } } as const
    await Rehearsal.updateMany(worn, { $set: ended(lost) })
    const again = await take({ state: 'running', 'lease.until': silent }, holder)
    if (again) return again
    const busy = await Rehearsal.distinct('regency', { state: 'running' })
    try {
      return await take({ state: 'waiting', regency: { $nin: busy } }, holder)
    } catch (error) {
      if (isDuplicate(error)) return null
      throw error
    }
  })
}

const lost = {
  state: 'failed',
  failure: {
    code: 'rehearser-died',
    message: {
      id: 'Proses yang memainkan gladi ini terhenti dua kali. Coba sekali lagi; bila terulang, beri tahu pengelola sistem.',
      en: 'The process that played this rehearsal ended twice. Try once more; if it happens again, tell the system’s administrator.',
    },
  },
} as const

type Ending =
  | (Pick<RehearsalRecord, 'story'> & { state: 'told' })
  | (Pick<RehearsalRecord, 'failure'> & { state: 'failed' })

const ended = (ending: Ending | typeof lost) => ({ ...ending, files: [], lease: null, endedAt: new Date() })

function take(filter: Record<string, unknown>, holder: string): Promise<RehearsalRecord | null> {
  return Rehearsal.findOneAndUpdate(
    filter,
    { $set: { state: 'running', lease: leaseFor(holder), playedUntil: null }, $inc: { attempts: 1 } },
    { sort: { at: 1 }, returnDocument: 'after' },
  ).lean<RehearsalRecord>()
}

type Held = Pick<RehearsalRecord, '_id'>

/** Says that it is still played, and how far it has come. False where it is another's by now: then end it. */
export async function keepRehearsal({ _id }: Held, holder: string, playedUntil: Date | null): Promise<boolean> {
  return changeHeld(_id, holder, { $set: { lease: leaseFor(holder), playedUntil } })
}

/** Writes down what became of it; what it was played from is forgotten. */
export async function endRehearsal({ _id }: Held, holder: string, ending: Ending): Promise<boolean> {
  return changeHeld(_id, holder, { $set: ended(ending) })
}

/** Leaves it to whoever comes next, as if it had never been taken up. */
export async function giveUpRehearsal({ _id }: Held, holder: string): Promise<boolean> {
  return changeHeld(_id, holder, { $set: { state: 'waiting', lease: null, playedUntil: null }, $inc: { attempts: -1 } })
}

async function changeHeld(_id: string, holder: string, change: object): Promise<boolean> {
  const { matchedCount } = await acrossRegencies('a rehearsal in hand', () =>
    Rehearsal.updateOne({ _id, state: 'running', 'lease.holder': holder }, change),
  )
  return matchedCount === 1
}
