import type { TimelineEvent } from '../../domain/case/events.ts'
import type { CaseDeps } from '../deps.ts'

/**
 * A licence that was just entered begins its own life, as a workflow of its own (design rule 7). It is entered whether or
 * not Temporal answers now: what is not started here, the sweeper starts.
 */
export async function startEntered({ licences, log }: CaseDeps, kept: readonly TimelineEvent[]): Promise<void> {
  if (!licences) return
  for (const event of kept) {
    if (event.type !== 'register-entered') continue
    const { entry } = event.data
    await licences.start(entry).catch((error: unknown) => {
      log.warn({ error, entry }, 'an entered licence waits for the sweeper to start it')
    })
  }
}
