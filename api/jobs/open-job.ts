import { randomUUID } from 'node:crypto'
import { Task, type TaskRecord } from '../../models/case/task.ts'
import { Job, type JobRecord } from '../../models/job/job.ts'
import { isDuplicate } from '../../models/transaction.ts'
import type { AccessFilter } from '../middleware/ability.ts'
import { digestOf, keyReused } from '../middleware/idempotency.ts'

export type Asked = {
  account: string
  key: string
  may: AccessFilter
  tasks: readonly string[]
  decision: JobRecord['ask']['decision']
  note?: string | undefined
  /** Whose it is from the first moment; without it the job is whoever's takes it up. */
  lease?: NonNullable<JobRecord['lease']>
}

/** Keeps the job, which is its acceptance. The same key again is the same job: `isNew` tells whether this call made it. */
export async function openJob(asked: Asked): Promise<{ job: JobRecord; isNew: boolean }> {
  const { account, key, may, decision, note, lease = null } = asked
  const tasks = [...new Set(asked.tasks)]
  const ask = { decision, note: note || null }
  const digest = digestOf({ tasks, ...ask })
  const numbers = await numbersOf(tasks, may)
  const rows = tasks.map((task) => ({
    task,
    number: numbers.get(task) ?? null,
    state: 'waiting' as const,
    code: null,
    message: null,
  }))
  const kind = decision === 'sign' ? ('sign' as const) : ('decide' as const)
  const job = { _id: randomUUID(), kind, by: account, key, digest, at: new Date(), ask, rows, lease }
  try {
    await Job.insertMany([job])
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  const kept = await Job.findOne({ by: account, key }).orFail().lean<JobRecord>()
  if (kept.digest !== digest) throw keyReused()
  return { job: kept, isNew: kept._id === job._id }
}

async function numbersOf(tasks: string[], may: AccessFilter): Promise<Map<string, string>> {
  const found = await Task.find({ $and: [{ task: { $in: tasks } }, may] })
    .select('task number')
    .lean<Pick<TaskRecord, 'task' | 'number'>[]>()
  return new Map(found.map(({ task, number }) => [task, number]))
}
