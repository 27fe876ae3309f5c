import { randomUUID } from 'node:crypto'
import type { DecideTasks } from '../../contracts/jobs.ts'
import { Task, type TaskRecord } from '../../models/case/task.ts'
import { Job, type JobRecord } from '../../models/job/job.ts'
import { isDuplicate } from '../../models/transaction.ts'
import type { AccessFilter } from '../middleware/ability.ts'
import { digestOf, keyReused } from '../middleware/idempotency.ts'

type Asked = { account: string; key: string; may: AccessFilter; body: DecideTasks }

/** Keeps the job, which is its acceptance; a process takes it up within a second. The same key again is the same job. */
export async function openJob({ account, key, may, body }: Asked): Promise<JobRecord> {
  const { decision, note } = body
  const tasks = [...new Set(body.tasks)]
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
  const job = { _id: randomUUID(), kind: 'decide' as const, by: account, key, digest, at: new Date(), ask, rows }
  try {
    await Job.insertMany([job])
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  const kept = await Job.findOne({ by: account, key }).orFail().lean<JobRecord>()
  if (kept.digest !== digest) throw keyReused()
  return kept
}

async function numbersOf(tasks: string[], may: AccessFilter): Promise<Map<string, string>> {
  const found = await Task.find({ $and: [{ task: { $in: tasks } }, may] })
    .select('task number')
    .lean<Pick<TaskRecord, 'task' | 'number'>[]>()
  return new Map(found.map(({ task, number }) => [task, number]))
}
