import type { JobRecord } from '../../models/job/job.ts'
import { keepJob, leaseMs } from '../../models/job/lease.ts'
import type { CaseServices } from '../case/services.ts'

/** What carries out jobs: `holder` is this process, which is to end once `stop` is aborted. */
export type Working = { cases: CaseServices; holder: string; stop: AbortSignal }

/** Rows whose outcome was unknown are looked at again after this. */
export const againMs = 2_000

export type HeldLease = { held: boolean; lose(): void; end(): void }

/**
 * Keeps a job's lease alive while it is worked on, until `end`; `held` is false once it is another's. A renewal that fails
 * loses nothing while the lease still runs.
 */
export function holdLease(job: JobRecord, holder: string): HeldLease {
  let keptAt = Date.now()
  const lease: HeldLease = {
    held: true,
    lose() {
      lease.held = false
    },
    end: () => clearInterval(renewal),
  }
  const renew = async () => {
    if (await keepJob(job, holder)) keptAt = Date.now()
    else lease.lose()
  }
  const renewal = setInterval(
    () => renew().catch(() => (Date.now() - keptAt < leaseMs ? undefined : lease.lose())),
    leaseMs / 3,
  )
  return lease
}
