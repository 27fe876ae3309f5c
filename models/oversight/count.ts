import type { AnyBulkWriteOperation, Types } from 'mongoose'
import { addUp, type Counted, nameOf, type Tallied } from '../../domain/oversight/tallies.ts'
import type { ClientSession } from '../database.ts'
import { acrossRegencies, inRegency } from '../tenancy.ts'
import { inTransaction } from '../transaction.ts'
import { MovementModel, type MovementRecord } from './movement.ts'
import { overtakenIn } from './overtaken.ts'
import { Tally } from './tally.ts'
import { mayCount } from './tally-hold.ts'

type Waiting = MovementRecord & { _id: Types.ObjectId }

/** Movements counted at a time. */
const batch = 500

/** Adds what has happened and is not counted yet to the tallies of one regency, each exactly once; answers how many. */
export async function countNext(utcOffsetMinutes: () => Promise<number>): Promise<number> {
  const next = await acrossRegencies('count what happened', () =>
    MovementModel.findOne({ folded: false }, { regency: 1 }).lean(),
  )
  if (!next) return 0
  return inRegency(next.regency, async () => countWaiting(await utcOffsetMinutes()))
}

/** The same of the regency whose context this is: some at a time, 0 once nothing waits or while the tallies are held. */
export async function countWaiting(utcOffsetMinutes: number): Promise<number> {
  await lookAtWaiting()
  return inTransaction(async (session) => {
    const waiting = await MovementModel.find({ folded: false, overtook: { $ne: null } })
      .limit(batch)
      .session(session)
      .lean<Waiting[]>()
    if (waiting.length === 0 || !(await mayCount(session))) return 0
    await addTo([...addUp(waiting.map(countedOf), utcOffsetMinutes).values()], session)
    const counted = waiting.map(({ _id }) => _id)
    await MovementModel.updateMany({ _id: { $in: counted } }, { $set: { folded: true } }, { session })
    return waiting.length
  })
}

/** Whom each decision went before is asked once, soon after it was taken, while those still stand in line. */
async function lookAtWaiting(): Promise<void> {
  const unseen = await MovementModel.find({ folded: false, overtook: null }).limit(batch).lean<Waiting[]>()
  if (unseen.length === 0) return
  const looks: AnyBulkWriteOperation<MovementRecord>[] = []
  for (const movement of unseen) {
    const found = movement.kind === 'decided' ? await overtakenIn(movement) : { all: 0, free: 0 }
    const $set = { overtook: found.all, overtookFree: found.free }
    looks.push({ updateOne: { filter: { _id: movement._id, overtook: null }, update: { $set } } })
  }
  await MovementModel.bulkWrite(looks)
}

async function addTo(tallies: Tallied[], session: ClientSession): Promise<void> {
  const upserts = tallies.map(({ key, sums }) => ({
    updateOne: { filter: { name: nameOf(key) }, update: { $setOnInsert: key, $inc: sums }, upsert: true },
  }))
  await Tally.bulkWrite(upserts, { session })
}

/** UTC epoch ms up to which everything that happened is counted: now, or when the oldest that waits happened. */
export async function countedUntil(now: number): Promise<number> {
  const oldest = await MovementModel.findOne({ folded: false }, { at: 1 }).sort({ at: 1 }).lean()
  return oldest ? Math.min(now, oldest.at.getTime()) : now
}

export function countedOf(row: MovementRecord): Counted {
  return {
    ...row,
    at: row.at.getTime(),
    receivedAt: row.receivedAt.getTime(),
    since: row.since?.getTime() ?? null,
    overtook: row.overtook ?? 0,
    overtookFree: row.overtookFree ?? 0,
  }
}
