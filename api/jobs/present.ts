import type { z } from 'zod'
import type { Job } from '../../contracts/jobs.ts'
import type { JobRecord } from '../../models/job/job.ts'

export function presentJob({ _id, kind, at, doneAt, ask, rows }: JobRecord): z.infer<typeof Job> {
  return {
    id: _id,
    kind,
    decision: ask.decision,
    at: at.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
    rows: rows.map(({ task, number, state, code, message, document = null }) => ({
      task,
      number,
      state,
      code,
      message,
      document,
    })),
  }
}
