import type { Logger } from 'pino'
import type { JobRecord, JobRowRecord } from '../../models/job/job.ts'
import type { RowOutcome } from '../../models/job/lease.ts'
import type { CaseServices } from '../case/services.ts'
import { forbidden } from '../errors/problems.ts'
import { toProblem } from '../errors/to-problem.ts'
import { decide } from '../tasks/decide.ts'
import { findTaskAtDesk } from '../tasks/find.ts'
import { actingPerson } from './acting-person.ts'

/** After so long without an answer the officer is told to look themselves. */
const patienceMs = 3_600_000

/**
 * One task, decided as `POST /api/tasks/:id/decide` decides it, under a key of job and task: carried out again, it is the
 * same decision. `signing` is the signer's, where the decision is signed. Null where the outcome is unknown yet: to be asked
 * again.
 */
export async function decideRow(
  cases: CaseServices,
  job: JobRecord,
  row: JobRowRecord,
  signing?: { passphrase: string },
): Promise<RowOutcome | null> {
  try {
    const person = await actingPerson(job.by)
    if (!person) throw forbidden()
    const found = await findTaskAtDesk({ person }, row.task, 'decide')
    const { decision, note } = job.ask
    const body = { decision, ...(note === null ? {} : { note }), ...(signing ? { signing } : {}) }
    await decide(cases, { ...found, person, key: rowKey(job, row), body })
    return { state: 'done', code: null, message: null }
  } catch (error) {
    return outcomeOf(error, job, row, cases.log)
  }
}

/** No request's own key holds a colon: none can be this one. */
export const rowKey = ({ key }: Pick<JobRecord, 'key'>, { task }: Pick<JobRowRecord, 'task'>) => `${key}:${task}`

function outcomeOf(error: unknown, job: JobRecord, { task }: JobRowRecord, log: Logger): RowOutcome | null {
  const problem = toProblem(error)
  const { status, detail, title, errors } = problem
  // A wrong passphrase is told as a field's fault: what matters here is which.
  const code = errors.find((each) => each.code.startsWith('signing-'))?.code ?? problem.code
  const told = { code, message: detail ?? title }
  if (code === 'signing-unknown') return { state: 'unknown', ...told }
  if (status < 500) return { state: 'refused', ...told }
  if (status === 503 && Date.now() - job.at.getTime() < patienceMs) return null
  log.error({ err: problem.cause ?? problem, job: job._id, task }, 'a row of a job failed')
  return { state: 'unknown', ...told }
}
