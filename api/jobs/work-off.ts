import type { JobRecord } from '../../models/job/job.ts'
import { finishJob, giveUpJob, keepJob, settleRow, takeJob } from '../../models/job/lease.ts'
import { inRegency } from '../../models/tenancy.ts'
import { settleTray } from '../tray/settle-tray.ts'
import { decideRow } from './decide-row.ts'
import { againMs, holdLease, type Working } from './hold-lease.ts'

/** Decisions of one job on their way at once. */
export const lanes = 10

/** Takes up a job, asked for here or left behind by a process that died, and carries out what waits in it; answers whether there was one. */
export async function workOffNext(working: Working): Promise<boolean> {
  const job = await takeJob(working.holder)
  if (!job) return false
  await inRegency(job.regency, () => (job.kind === 'sign' ? settleTray(working, job) : workOff(working, job)))
  return true
}

async function workOff({ cases, holder, stop }: Working, job: JobRecord): Promise<void> {
  const waiting = job.rows.flatMap((row, index) => (row.state === 'waiting' ? [{ row, index }] : []))
  let open = 0
  const lease = holdLease(job, holder)
  const lane = async () => {
    while (lease.held && !stop.aborted) {
      const next = waiting.shift()
      if (!next) return
      const outcome = await decideRow(cases, job, next.row)
      if (!outcome) open += 1
      else if (!(await settleRow(job, holder, next.index, outcome))) lease.lose()
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: lanes }, () => lane()))
  lease.end()
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  if (!lease.held) return
  if (stop.aborted) await giveUpJob(job, holder)
  else if (open > 0) await keepJob(job, holder, againMs)
  else await finishJob(job, holder)
}
