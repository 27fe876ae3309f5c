import type { JobRecord } from '../../models/job/job.ts'
import { beginRow, finishJob, keepJob, settleRow, settleRows } from '../../models/job/lease.ts'
import { decideRow } from '../jobs/decide-row.ts'
import { againMs, holdLease, type Working } from '../jobs/hold-lease.ts'
import { Course } from './course.ts'
import { type Stop, skipped } from './outcomes.ts'
import { documentOf, isSignedAlready } from './signed-document.ts'

/** Documents of one tray at the signing service at once; as many attempts a passphrase that stops being right can cost. */
export const lanes = 4
/** Longest that a passphrase is kept for its tray; what is under way then is still waited for. */
const lifetimeMs = 300_000

/**
 * Signs a tray's documents in the process that was told the passphrase. The first goes alone, until one signature has shown
 * that the passphrase is right. A row says that it is begun before anything of it is; what got no sure answer is left
 * `under-way`, and whoever takes the job up next settles it by what the case says.
 */
export async function signTray(working: Working, job: JobRecord, passphrase: string): Promise<void> {
  const { cases, holder, stop } = working
  const waiting = job.rows.map((row, index) => ({ row, index }))
  const course = new Course()
  const lease = holdLease(job, holder)
  const until = Date.now() + lifetimeMs
  let open = 0
  const whyNotOn = (): Stop | null => {
    if (course.stop) return course.stop
    if (stop.aborted) return 'signing-interrupted'
    return Date.now() > until ? 'signing-too-long' : null
  }
  const signNext = async ({ row, index }: (typeof waiting)[number]) => {
    if (!(await beginRow(job, holder, index))) return lease.lose()
    const proves = course.proven || !(await isSignedAlready(row.task))
    const outcome = await decideRow(cases, job, row, { passphrase })
    course.hear(outcome, proves)
    if (!outcome) open += 1
    else {
      const document = outcome.state === 'done' ? await documentOf(row.task) : null
      if (!(await settleRow(job, holder, index, { ...outcome, document }))) lease.lose()
    }
  }
  const lane = async (enough: () => boolean) => {
    while (lease.held && !enough() && whyNotOn() === null) {
      const next = waiting.shift()
      if (!next) return
      await signNext(next)
    }
  }
  try {
    await lane(() => course.proven)
    const ended = await Promise.allSettled(Array.from({ length: lanes }, () => lane(() => false)))
    const failed = ended.find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
    if (!lease.held) return
    const why = whyNotOn()
    const left = waiting.map(({ index }) => index)
    if (why && !(await settleRows(job, holder, left, skipped(why)))) return
    if (open > 0) await keepJob(job, holder, againMs)
    else await finishJob(job, holder)
  } finally {
    lease.end()
  }
}
