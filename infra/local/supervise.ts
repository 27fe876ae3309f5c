import pc from 'picocolors'
import type { ServerProcess } from '../servers/server-process.ts'

export interface Supervised {
  /** Ends it for good. */
  stop(): Promise<void>
}

const longestPauseMs = 30_000
const steadyAfterMs = 60_000

/**
 * Starts a process and starts it again whenever it ends by itself, waiting 1, 2, 4 … 30 s; the wait falls back to 1 s
 * once it has run for a minute. Throws when the very first start fails.
 */
export async function supervise<P extends ServerProcess>(
  launch: () => Promise<P>,
  tell: { started(process: P): void; line(text: string): void },
): Promise<Supervised & { first: P }> {
  let stopping = false
  let pauseMs = 1_000
  let wake: (() => void) | undefined
  const first = await launch()
  let current: P | undefined = first
  tell.started(first)
  const guarded = guard(first)

  async function guard(initial: P): Promise<void> {
    let process = initial
    for (;;) {
      const since = Date.now()
      const { code, signal } = await process.exited
      current = undefined
      if (stopping) return
      if (Date.now() - since > steadyAfterMs) pauseMs = 1_000
      tell.line(
        `${pc.yellow('!')} ${process.name} ended (${signal ?? `code ${code}`}), starting again in ${pauseMs / 1000} s`,
      )
      if (code !== 0 && !signal) tell.line(pc.dim(process.lastWords()))
      const again = await relaunch(process.name)
      if (!again) return
      process = again
    }
  }

  async function relaunch(name: string): Promise<P | undefined> {
    for (;;) {
      await new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, pauseMs)
      })
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
      if (stopping) return undefined
      try {
        current = await launch()
        tell.started(current)
        tell.line(`${pc.green('✓')} ${name} runs again`)
        if (stopping) await current.stop()
        return current
      } catch (error) {
        tell.line(`${pc.red('✗')} ${name}: ${(error as Error).message}`)
      }
    }
  }

  return {
    first,
    async stop() {
      stopping = true
      wake?.()
      await current?.stop()
      await guarded
    },
  }
}
