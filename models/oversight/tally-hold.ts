import { randomUUID } from 'node:crypto'
import type { ClientSession } from '../database.ts'
import { isDuplicate } from '../transaction.ts'
import { TallyHead } from './tally.ts'

/** So long nothing is counted after a recount was last heard of: one whose process died gives the tallies free by itself. */
const holdMs = 60_000
/** The hold is asked for anew no more often than this. */
const renewMs = 5_000

export type Hold = {
  /** Between steps of reading: asks for more time. Throws where the hold was lost, so that what was read may no longer be so. */
  keep(): Promise<void>
  /** In a transaction that writes: it is kept only if the hold was there. */
  keepWithin(session: ClientSession): Promise<void>
}

/**
 * Runs `work` while nothing is counted into the regency's tallies; movements are recorded meanwhile and wait. Throws where
 * somebody else holds them.
 */
export async function holdingTallies<Result>(work: (hold: Hold) => Promise<Result>): Promise<Result> {
  const holder = randomUUID()
  await take(holder)
  let renewedAt = Date.now()
  const renew = async (session?: ClientSession) => {
    const held = { holder, heldUntil: { $gt: new Date() } }
    const { matchedCount } = await TallyHead.updateOne(held, { $set: { heldUntil: end() } }, session ? { session } : {})
    if (matchedCount === 0) throw new Error('the hold on the tallies was lost; recount them again')
    renewedAt = Date.now()
  }
  try {
    return await work({
      keep: async () => {
        if (Date.now() - renewedAt > renewMs) await renew()
      },
      keepWithin: renew,
    })
  } finally {
    await TallyHead.updateOne({ holder }, { $set: { holder: null, heldUntil: null } })
  }
}

/** Notes in a transaction that tallies are added to. False while they are held: then nothing may be. */
export async function mayCount(session: ClientSession): Promise<boolean> {
  const head = await TallyHead.findOne().session(session).lean()
  if (head?.heldUntil && head.heldUntil > new Date()) return false
  const counted = { countedAt: new Date(), holder: null, heldUntil: null }
  await TallyHead.updateOne({}, { $set: counted }, { upsert: true, session })
  return true
}

async function take(holder: string): Promise<void> {
  try {
    await TallyHead.updateOne(
      { $or: [{ heldUntil: null }, { heldUntil: { $lte: new Date() } }] },
      { $set: { holder, heldUntil: end() }, $setOnInsert: { countedAt: new Date() } },
      { upsert: true },
    )
  } catch (error) {
    if (isDuplicate(error)) throw new Error('the tallies are being recounted already', { cause: error })
    throw error
  }
}

const end = () => new Date(Date.now() + holdMs)
