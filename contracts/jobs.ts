import { z } from 'zod'
import { Id, Instant, LocalText } from './common.ts'

/** Decisions that say the same of every case: nothing to sign, to bring or to name for each. */
export const bulkDecisions = ['approve', 'acknowledge', 'reject'] as const

/** One decision on many tasks; `note` is the reason where it is `reject`. */
export const DecideTasks = z
  .strictObject({
    tasks: z.array(Id).min(1).max(500),
    decision: z.enum(bulkDecisions),
    note: z.string().trim().max(2000).optional(),
  })
  .meta({ id: 'DecideTasks' })
export type DecideTasks = z.infer<typeof DecideTasks>

/** Signing is worked off by the process that was told the passphrase, and by no other (design rule 5). */
export const jobKinds = ['decide', 'sign'] as const
/**
 * `unknown`: no sure answer came; the task itself shows what became of it. Of signing alone: `under-way` is at the signing
 * service or on the way there, `skipped` was not attempted, and `code` says why.
 */
export const jobRowStates = ['waiting', 'under-way', 'done', 'refused', 'unknown', 'skipped'] as const

export const JobRow = z
  .object({
    task: Id,
    /** Application number; null for a task that the person cannot see. */
    number: z.string().nullable(),
    state: z.enum(jobRowStates),
    /** Why it was not done, as the single decision would have been refused. */
    code: z.string().nullable(),
    message: LocalText.nullable(),
    /** What was signed, with its number. */
    document: z.object({ id: Id, number: z.string() }).nullable(),
  })
  .meta({ id: 'JobRow' })
export type JobRow = z.infer<typeof JobRow>

/** Work on many cases that goes on by itself, whatever becomes of the browser that asked for it; decisions also without the process. */
export const Job = z
  .object({
    id: Id,
    kind: z.enum(jobKinds),
    decision: z.enum([...bulkDecisions, 'sign']),
    at: Instant,
    doneAt: Instant.nullable(),
    rows: z.array(JobRow),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof Job>
