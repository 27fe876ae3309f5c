import { setTimeout as pause } from 'node:timers/promises'
import type { JobRecord } from '../../models/job/job.ts'
import { leaseMs } from '../../models/job/lease.ts'
import { inRegency } from '../../models/tenancy.ts'
import type { Working } from '../jobs/hold-lease.ts'
import { signTray } from './sign-tray.ts'

/** The trays this process was told a passphrase for. */
export class Trays {
  readonly #working: Working
  readonly #open = new Set<Promise<void>>()

  constructor(working: Working) {
    this.#working = working
  }

  /** A new tray is this process's from the first moment: no other has its passphrase. */
  lease(): NonNullable<JobRecord['lease']> {
    return { holder: this.#working.holder, until: new Date(Date.now() + leaseMs) }
  }

  /** Begins to sign; the job's rows tell how it goes. What fails here is left to its lease, and told as not attempted. */
  sign(job: JobRecord, passphrase: string): void {
    const { log } = this.#working.cases
    const signing = inRegency(job.regency, () => signTray(this.#working, job, passphrase))
      .catch((error: unknown) => log.error({ error, job: job._id }, 'a tray could not be signed to its end'))
      .finally(() => this.#open.delete(signing))
    this.#open.add(signing)
  }

  /** Waits for what is under way; nothing more is begun once the process is asked to end. */
  async idle(withinMs: number): Promise<void> {
    const soon = new AbortController()
    const over = pause(withinMs, undefined, { signal: soon.signal }).catch(() => undefined)
    await Promise.race([Promise.allSettled(this.#open), over])
    soon.abort()
  }
}
