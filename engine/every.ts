import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'

/**
 * Repeats `work` until stopped, `ms` after the last run ended, or at once while it did something (how many, or
 * whether). A failure is logged and tried again: what it works off lies in MongoDB.
 */
export function every(
  name: string,
  ms: number,
  work: () => Promise<number | boolean>,
  log: Logger,
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const done = await work().catch((error: unknown) => {
        log.error({ error }, `${name} failed and will be tried again`)
        return false
      })
      if (!done) await pause(ms, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}
