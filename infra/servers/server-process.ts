import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface ServerProcess {
  name: string
  pid: number
  /** Ends when the process has ended, for whatever reason; `expected` when `stop` asked for it. */
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null; expected: boolean }>
  /** SIGTERM, then SIGKILL when it does not end in time; resolves when it is gone. */
  stop(): Promise<void>
  /** The last lines it wrote, for error messages; the places in code stay in the log. */
  lastWords(): string
}

export interface ServerProcessOptions {
  /** The whole environment of the process; this one's when absent. */
  env?: NodeJS.ProcessEnv
  cwd?: string
  /** Opens a channel for a Node process's `process.send`. */
  onMessage?: (message: unknown) => void
  /** How long `stop` waits before SIGKILL. */
  graceMs?: number
}

/** Pids of what this process started and has not seen ending. */
const running = new Set<number>()

/** Ends at once every server that this process started: for its own last moment, when nothing can be waited for. */
export function killServers(): void {
  for (const pid of running) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

/**
 * Starts a server in a process group of its own, so that Ctrl-C in the terminal reaches only its parent,
 * which stops it in its turn. Output goes to `logFile`. Throws when the process cannot be started.
 */
export async function startServerProcess(
  name: string,
  command: string,
  args: string[],
  logFile: string,
  options: ServerProcessOptions = {},
): Promise<ServerProcess> {
  await mkdir(dirname(logFile), { recursive: true })
  const log = openSync(logFile, 'a')
  const { env, cwd, onMessage, graceMs = 15_000 } = options
  const child = spawn(command, args, {
    stdio: onMessage ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
    detached: true,
    env: env ?? process.env,
    cwd,
  })
  closeSync(log)
  if (onMessage) child.on('message', onMessage)
  await started(child, name)
  const { pid = 0 } = child
  running.add(pid)
  let expected = false
  const exited = new Promise<Awaited<ServerProcess['exited']>>((resolve) => {
    child.once('exit', (code, signal) => {
      running.delete(pid)
      resolve({ code, signal, expected })
    })
  })
  return {
    name,
    pid,
    exited,
    async stop() {
      expected = true
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
      await exited
      clearTimeout(timer)
    },
    lastWords: () => lastLines(logFile),
  }
}

function lastLines(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n')
  const told = lines.filter((line) => !/^\s+at /.test(line)).slice(-12)
  return told.map((line) => (line.length > 400 ? `${line.slice(0, 400)}…` : line)).join('\n')
}

function started(child: ChildProcess, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', () => resolve())
    child.once('error', (error) => reject(new Error(`${name} could not be started: ${error.message}`)))
  })
}

/**
 * Repeats `probe` until it answers true; anything else is the reason why not yet. Throws with the server's last words when the server ends first,
 * or when it is not ready in `withinMs`.
 */
export async function waitUntilReady(
  server: ServerProcess,
  probe: () => Promise<true | string>,
  withinMs = 60_000,
): Promise<void> {
  let ended: Awaited<ServerProcess['exited']> | undefined
  server.exited.then((exit) => {
    ended = exit
  })
  const deadline = Date.now() + withinMs
  for (;;) {
    if (ended) throw new Error(`${server.name} ended (${ended.signal ?? `code ${ended.code}`}):\n${server.lastWords()}`)
    const answer = await probe()
    if (answer === true) return
    if (Date.now() > deadline) {
      const words = server.lastWords()
      await server.stop()
      throw new Error(`${server.name} was not ready in ${withinMs / 1000} s (${answer}):\n${words}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
