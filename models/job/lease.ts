import { acrossRegencies } from '../tenancy.ts'
import { Job, type JobRecord, type JobRowRecord } from './job.ts'

/**
 * How long a process that died keeps a job from the others. Two that hold one job for a moment, by clocks that differ, do no
 * harm: every row has a key of its own.
 */
export const leaseMs = 15_000

export type RowOutcome = Pick<JobRowRecord, 'state' | 'code' | 'message' | 'document'>

/** Takes the oldest job that nobody carries out; null where there is none. */
export async function takeJob(holder: string): Promise<JobRecord | null> {
  const now = new Date()
  return acrossRegencies('take up a job that nobody carries out', () =>
    Job.findOneAndUpdate(
      { doneAt: null, $or: [{ lease: null }, { 'lease.until': { $lt: now } }] },
      { $set: { lease: { holder, until: new Date(now.getTime() + leaseMs) } } },
      { sort: { at: 1 }, returnDocument: 'after' },
    ).lean<JobRecord>(),
  )
}

/** False where the job is another's by now: then leave it alone. */
export async function keepJob({ _id }: JobRecord, holder: string, forMs = leaseMs): Promise<boolean> {
  return changeHeld(_id, holder, { 'lease.until': new Date(Date.now() + forMs) })
}

/** Writes down what became of a row. False where the job is another's by now. */
export async function settleRow(
  { _id }: JobRecord,
  holder: string,
  index: number,
  outcome: RowOutcome,
): Promise<boolean> {
  return changeHeld(_id, holder, rowChange(index, outcome))
}

/**
 * Says that a row is about to be carried out, before anything of it is. False where the job is another's by now: then it
 * must not be, for whoever holds the job has written down that it was not.
 */
export async function beginRow({ _id }: JobRecord, holder: string, index: number): Promise<boolean> {
  return changeHeld(_id, holder, { [`rows.${index}.state`]: 'under-way' })
}

/** Writes one outcome down for all of these rows. False where the job is another's by now. */
export async function settleRows(
  { _id }: JobRecord,
  holder: string,
  indexes: readonly number[],
  outcome: RowOutcome,
): Promise<boolean> {
  if (indexes.length === 0) return true
  return changeHeld(_id, holder, Object.assign({}, ...indexes.map((index) => rowChange(index, outcome))))
}

export async function finishJob({ _id }: JobRecord, holder: string): Promise<boolean> {
  return changeHeld(_id, holder, { doneAt: new Date(), lease: null })
}

/** Leaves it to whoever comes next. */
export async function giveUpJob({ _id }: JobRecord, holder: string): Promise<boolean> {
  return changeHeld(_id, holder, { lease: null })
}

function rowChange(index: number, { state, code, message, document = null }: RowOutcome): Record<string, unknown> {
  const row = `rows.${index}`
  return {
    [`${row}.state`]: state,
    [`${row}.code`]: code,
    [`${row}.message`]: message,
    [`${row}.document`]: document,
  }
}

async function changeHeld(_id: string, holder: string, change: Record<string, unknown>): Promise<boolean> {
  const { matchedCount } = await Job.updateOne({ _id, 'lease.holder': holder }, { $set: change })
  return matchedCount === 1
}
