import type { JobRecord } from '../../models/job/job.ts'
import { keepJob, leaseMs } from '../../models/job/lease.ts'
import type { CaseServices } from '../case/services.ts'

/** What carries out jobs: `holder` is this process, which is to end once `stop` is aborted. */
export type Working = { cases: CaseServices; holder: string; stop: AbortSignal }

/** Rows whose outcome was unknown are looked at again after this. */
export const againMs = 2_000

export type HeldLease = { held: boolean; lose(): void; end(): void }

/** Keeps a job's lease alive while it is worked on, until `end`; `held` is false once it is another's. */
export function holdLease(job: JobRecord, holder: string): HeldLease {
  const lease: HeldLease = {
    held: true,
    lose() {
      lease.held = false
    },
    end: () => clearInterval(renewal),
  }
  const renewal = setInterval(() => keepJob(job, holder).then((kept) => kept || lease.lose(), lease.lose), leaseMs / 3)
  return lease
}
