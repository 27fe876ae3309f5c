import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { findAct } from '../../models/case/keep-act.ts'
import { failedAttempts } from '../../models/case/signing-attempts.ts'
import type { JobRecord, JobRowRecord } from '../../models/job/job.ts'
import { finishJob, keepJob, type RowOutcome, settleRow } from '../../models/job/lease.ts'
import { rowKey } from '../jobs/decide-row.ts'
import { againMs, type Working } from '../jobs/hold-lease.ts'
import { isKept } from '../tasks/decide.ts'
import { attempted, skipped, unknown } from './outcomes.ts'
import { documentOf } from './signed-document.ts'

/** A decision that was kept and is not heard of reaches its case within this, or its outcome is called unknown. */
const arrivesWithinMs = 20_000

/**
 * Ends a tray that its process left behind, or could not tell the end of. Nobody has the passphrase any more, so nothing is
 * signed: what was not begun is said to be so, and of the rest the case says what became of it.
 */
export async function settleTray({ holder }: Pick<Working, 'holder'>, job: JobRecord): Promise<void> {
  let open = 0
  for (const [index, row] of job.rows.entries()) {
    if (row.state !== 'waiting' && row.state !== 'under-way') continue
    const outcome = row.state === 'waiting' ? skipped('signing-interrupted') : await whatBecameOf(job, row)
    if (!outcome) open += 1
    else if (!(await settleRow(job, holder, index, outcome))) return
  }
  if (open > 0) await keepJob(job, holder, againMs)
  else await finishJob(job, holder)
}

/** Null while it is still being signed, or may be on its way. */
async function whatBecameOf(job: JobRecord, row: JobRowRecord): Promise<RowOutcome | null> {
  const act = await findAct(job.by, rowKey(job, row))
  if (!act) return skipped('signing-interrupted')
  const application = await Application.findOne({ _id: act.application }).orFail().lean<ApplicationRecord>()
  if (isKept(application, act)) {
    return { state: 'done', code: null, message: null, document: await documentOf(row.task) }
  }
  if (application.state.latch?.ref === act._id) return null
  const attempts = (await failedAttempts([application._id])).get(application._id) ?? []
  const ended = attempts.find(({ ref }) => ref === act._id)
  if (ended) return outcomeOf(ended)
  return Date.now() - act.at.getTime() < arrivesWithinMs ? null : unknown()
}

function outcomeOf({ reason, code }: { reason: string; code: string | null }): RowOutcome {
  if (reason === 'orphaned' || code === 'unknown-outcome') return unknown()
  return attempted(code === null ? 'document-not-ready' : `signing-${code}`)
}
