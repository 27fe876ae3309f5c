import { addUp, type Measure, measures, nameOf, type Tallied } from '../../domain/oversight/tallies.ts'
import type { ClientSession } from '../database.ts'
import { inTransaction } from '../transaction.ts'
import { countedOf, lookAtWaiting } from './count.ts'
import { MovementModel, type MovementRecord } from './movement.ts'
import { Tally, TallyHead, type TallyRecord } from './tally.ts'

/** Rows written at a time. */
const batch = 5_000

/**
 * Adds up all movements of the regency anew and answers how many tallies say something else. Unless only a check is asked
 * for, those are put right; counting waits meanwhile. A check leaves out what is not counted yet.
 */
export async function recount(utcOffsetMinutes: number, { check }: { check: boolean }): Promise<number> {
  if (!check) while ((await lookAtWaiting()) > 0);
  return inTransaction(async (session) => {
    if (!check) await TallyHead.updateOne({}, { $set: { countedAt: new Date() } }, { upsert: true, session })
    const said = await addAll(utcOffsetMinutes, check ? { folded: true } : {}, session)
    const wrong = await differing(said, session)
    if (check) return wrong
    if (wrong > 0) await write([...said.values()], session)
    await MovementModel.updateMany({ folded: false }, { $set: { folded: true } }, { session })
    return wrong
  })
}

async function addAll(
  utcOffsetMinutes: number,
  which: { folded?: true },
  session: ClientSession,
): Promise<Map<string, Tallied>> {
  const sums = new Map<string, Tallied>()
  const rows = MovementModel.find(which).session(session).lean<MovementRecord[]>().batchSize(batch).cursor()
  for await (const row of rows) addUp([countedOf(row)], utcOffsetMinutes, sums)
  return sums
}

async function differing(said: Map<string, Tallied>, session: ClientSession): Promise<number> {
  const unseen = new Map(said)
  let wrong = 0
  for await (const tally of Tally.find().session(session).lean<TallyRecord[]>().batchSize(batch).cursor()) {
    const { sums = {} } = unseen.get(tally.name) ?? {}
    unseen.delete(tally.name)
    if (!agree(sums, tally)) wrong += 1
  }
  for (const { sums } of unseen.values()) if (!agree(sums, {})) wrong += 1
  return wrong
}

type Sums = Partial<Record<Measure, number>>
const agree = (one: Sums, other: Sums) => measures.every((measure) => (one[measure] ?? 0) === (other[measure] ?? 0))

async function write(tallies: Tallied[], session: ClientSession): Promise<void> {
  await Tally.deleteMany({}, { session })
  for (let from = 0; from < tallies.length; from += batch) {
    const rows = tallies.slice(from, from + batch).map(({ key, sums }) => ({ ...key, ...sums, name: nameOf(key) }))
    await Tally.insertMany(rows, { session })
  }
}
