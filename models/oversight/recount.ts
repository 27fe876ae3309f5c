import { addUp, type Measure, measures, type Tallied } from '../../domain/oversight/tallies.ts'
import { inTransaction } from '../transaction.ts'
import { countedOf, countWaiting } from './count.ts'
import { MovementModel, type MovementRecord } from './movement.ts'
import { Tally, type TallyRecord } from './tally.ts'
import { type Hold, holdingTallies } from './tally-hold.ts'

/** Rows read at a time, and tallies put right in one transaction. */
const readBatch = 5_000
const writeBatch = 1_000

/**
 * Adds up all counted movements of the regency anew and answers how many tallies say something else. Unless only a check is
 * asked for, those are put right, and what waits is counted first. Counting stands still meanwhile; however much there is to
 * read, no transaction spans it, and a recount that dies leaves each tally as it was or right.
 */
export async function recount(utcOffsetMinutes: number, { check }: { check: boolean }): Promise<number> {
  if (!check) while ((await countWaiting(utcOffsetMinutes)) > 0);
  return holdingTallies(async (hold) => {
    const said = await addAll(utcOffsetMinutes, hold)
    const corrections = await differing(said, hold)
    if (!check) await putRight(corrections, hold)
    return corrections.length
  })
}

/** What is counted stays as it is while the tallies are held: it can be read without a snapshot. */
async function addAll(utcOffsetMinutes: number, hold: Hold): Promise<Map<string, Tallied>> {
  const sums = new Map<string, Tallied>()
  const rows = MovementModel.find({ folded: true }).lean<MovementRecord[]>().batchSize(readBatch).cursor()
  for await (const row of rows) {
    addUp([countedOf(row)], utcOffsetMinutes, sums)
    await hold.keep()
  }
  return sums
}

/** What a tally should say; null for one that should not be. */
type Correction = { name: string; said: Tallied | null }

async function differing(said: Map<string, Tallied>, hold: Hold): Promise<Correction[]> {
  const unseen = new Map(said)
  const wrong: Correction[] = []
  for await (const tally of Tally.find().lean<TallyRecord[]>().batchSize(readBatch).cursor()) {
    const { name } = tally
    const tallied = unseen.get(name) ?? null
    unseen.delete(name)
    if (!agree(tallied?.sums ?? {}, tally)) wrong.push({ name, said: tallied })
    await hold.keep()
  }
  for (const [name, tallied] of unseen) if (!agree(tallied.sums, {})) wrong.push({ name, said: tallied })
  return wrong
}

type Sums = Partial<Record<Measure, number>>
const agree = (one: Sums, other: Sums) => measures.every((measure) => (one[measure] ?? 0) === (other[measure] ?? 0))
const nothing = Object.fromEntries(measures.map((measure) => [measure, 0])) as Record<Measure, number>

async function putRight(corrections: readonly Correction[], hold: Hold): Promise<void> {
  for (let from = 0; from < corrections.length; from += writeBatch) {
    const writes = corrections.slice(from, from + writeBatch).map(({ name, said }) =>
      said
        ? {
            updateOne: {
              filter: { name },
              update: { $setOnInsert: said.key, $set: { ...nothing, ...said.sums } },
              upsert: true,
            },
          }
        : { deleteOne: { filter: { name } } },
    )
    await inTransaction(async (session) => {
      await hold.keepWithin(session)
      await Tally.bulkWrite(writes, { session })
    })
  }
}
