import type { RowOutcome } from '../../models/job/lease.ts'
import { isStop, type Stop } from './outcomes.ts'

/** Documents without a sure answer after which the rest is left alone. */
const mostSilences = 3

/**
 * How a tray goes so far. What is said of signer or service holds for every document, so the rest is left alone: a wrong
 * passphrase above all, for BSrE locks a signer out who repeats one.
 */
export class Course {
  /** Why no further document is begun; null while it goes on. */
  stop: Stop | null = null
  /** The passphrase has signed something. */
  proven = false
  #silences = 0

  /** `outcome` is null where no answer came; `proves` where the signing service had to be asked. */
  hear(outcome: RowOutcome | null, proves: boolean): void {
    if (outcome?.state === 'done') {
      this.#silences = 0
      if (proves) this.proven = true
    } else if (!outcome || outcome.state === 'unknown') {
      this.#silences += 1
      if (this.#silences >= mostSilences) this.stop ??= 'signing-silent'
    } else if (isStop(outcome.code)) this.stop ??= outcome.code
  }
}
