import pc from 'picocolors'
import type { ServerProcess } from '../servers/server-process.ts'

export interface Supervised<P extends ServerProcess> {
  first: P
  /** Ends it and starts it again at once; when it is down, the next try comes at once. */
  restart(): Promise<void>
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
): Promise<Supervised<P>> {
  let stopping = false
  let restarting = false
  let pauseMs = 1_000
  let wake = () => {}
  const first = await launch()
  let current: P | undefined = first
  tell.started(first)
  const guarded = guard(first)

  async function guard(initial: P): Promise<void> {
    let process: P | undefined = initial
    while (process) {
      const since = Date.now()
      const { code, signal } = await process.exited
      current = undefined
      if (stopping) return
      if (Date.now() - since > steadyAfterMs) pauseMs = 1_000
      if (!restarting) {
        const reason = signal ?? `code ${code}`
        tell.line(`${pc.yellow('!')} ${process.name} ended (${reason}), starting again in ${pauseMs / 1000} s`)
        if (code !== 0 && !signal) tell.line(pc.dim(process.lastWords()))
        await pause()
      }
      process = await relaunch(process.name)
    }
  }

  async function relaunch(name: string): Promise<P | undefined> {
    while (!stopping) {
      restarting = false
      try {
        current = await launch()
        tell.started(current)
        tell.line(`${pc.green('✓')} ${name} runs again`)
        if (stopping || restarting) await current.stop()
        return current
      } catch (error) {
        tell.line(`${pc.red('✗')} ${name}: ${(error as Error).message}`)
      }
      await pause()
    }
    return undefined
  }

  async function pause(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>((resolve) => {
      wake = resolve
      timer = setTimeout(resolve, pauseMs)
    })
    clearTimeout(timer)
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
  }

  return {
    first,
    async restart() {
      restarting = true
      wake()
      await current?.stop()
    },
    async stop() {
      stopping = true
      wake()
      await current?.stop()
      await guarded
    },
  }
}
