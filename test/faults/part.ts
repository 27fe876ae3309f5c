import type { ServerProcess } from '../../infra/servers/server-process.ts'

/** One process of the house. It can be killed and started again on the same data and ports. */
export type Part = {
  readonly name: string
  readonly pid: number
  readonly isRunning: boolean
  /** Resolves when it serves. */
  start(): Promise<void>
  signal(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void
  /** Resolves when it is gone, whoever ended it. */
  gone(): Promise<void>
  /** Ends it as an operator would. */
  stop(): Promise<void>
}

/** Pids of this test process's parts, so that none outlives it. */
const running = new Set<number>()
process.once('exit', () => {
  for (const pid of running) sendSignal(pid, 'SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1))

export function newPart(name: string, launch: () => Promise<ServerProcess>): Part {
  let server: ServerProcess | undefined
  const started = () => {
    if (!server) throw new Error(`${name} does not run`)
    return server
  }
  return {
    name,
    get pid() {
      return started().pid
    },
    get isRunning() {
      return server !== undefined
    },
    async start() {
      if (server) throw new Error(`${name} runs already`)
      const launched = await launch()
      const { pid } = launched
      server = launched
      running.add(pid)
      launched.exited.then(() => {
        running.delete(pid)
        if (server === launched) server = undefined
      })
    },
    signal(signal) {
      sendSignal(started().pid, signal)
    },
    async gone() {
      await server?.exited
    },
    async stop() {
      await server?.stop()
    },
  }
}

/** kill -9 of all of them in one breath; resolves when the last one is gone. */
export async function killAll(...parts: Part[]): Promise<void> {
  for (const part of parts) part.signal('SIGKILL')
  await Promise.all(parts.map((part) => part.gone()))
}

/** All of them at once, in whatever order they come up. */
export async function startAll(...parts: Part[]): Promise<void> {
  await Promise.all(parts.map((part) => part.start()))
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
