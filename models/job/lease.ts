import { acrossRegencies } from '../tenancy.ts'
import { Job, type JobRecord, type JobRowRecord } from './job.ts'

/**
 * How long a process that died keeps a job from the others. Two that hold one job for a moment, by clocks that differ, do no
 * harm: every row has a key of its own.
 */
export const leaseMs = 15_000

export type RowOutcome = Pick<JobRowRecord, 'state' | 'code' | 'message'>

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
  { state, code, message }: RowOutcome,
): Promise<boolean> {
  const row = `rows.${index}`
  return changeHeld(_id, holder, { [`${row}.state`]: state, [`${row}.code`]: code, [`${row}.message`]: message })
}

export async function finishJob({ _id }: JobRecord, holder: string): Promise<boolean> {
  return changeHeld(_id, holder, { doneAt: new Date(), lease: null })
}

/** Leaves it to whoever comes next. */
export async function giveUpJob({ _id }: JobRecord, holder: string): Promise<boolean> {
  return changeHeld(_id, holder, { lease: null })
}

async function changeHeld(_id: string, holder: string, change: Record<string, unknown>): Promise<boolean> {
  const { matchedCount } = await Job.updateOne({ _id, 'lease.holder': holder }, { $set: change })
  return matchedCount === 1
}
