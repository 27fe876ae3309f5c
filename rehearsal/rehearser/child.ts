import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from '../../infra/env.ts'
import { RehearsalLine } from '../lines.ts'

export type ChildOutcome = { code: number | null; signal: NodeJS.Signals | null; lastWords: string }

export type Child = {
  /** When it is gone. */
  ended: Promise<ChildOutcome>
  /** Asks it to end, and ends it and its servers where it does not. */
  stop(): Promise<void>
}

/** What a rehearsal may know of the machine it runs on; nothing of the house: no address, no secret. */
const passedOn = [
  'PATH',
  'HOME',
  'LANG',
  'TZ',
  'LONTAR_CACHE',
  'MONGOD_BIN',
  'TEMPORAL_BIN',
  'NODE_EXTRA_CA_CERTS',
  'NODE_COMPILE_CACHE',
]
const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy', 'PIP_INDEX_URL']
const graceMs = 5_000
const mostWords = 4_000

/** Environment of the child, whose files all lie in `folder`. */
export const childEnvironment = (folder: string): Record<string, string> => ({
  ...Object.fromEntries(
    [...passedOn, ...proxies].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  ),
  TMPDIR: folder,
})

/** Starts `bin/rehearse.ts` behind everything else on the machine; it ends by itself when this process is gone. */
export function startChild(args: string[], folder: string, onLine: (line: RehearsalLine) => void): Child {
  const child = spawn(process.execPath, [join(projectRoot, 'bin', 'rehearse.ts'), ...args, '--json-lines'], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: childEnvironment(folder),
    cwd: projectRoot,
  })
  const { pid } = child
  if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  let servers: number[] = []
  let words = ''
  const said = (text: string) => {
    words = `${words}${text}\n`.slice(-mostWords)
  }
  if (!child.stdout || !child.stderr) throw new Error('a child is started with both of its voices')
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = readLine(text)
    if (!line) said(text)
    else if (line.kind === 'servers') servers = line.pids
    else onLine(line)
  })
  createInterface({ input: child.stderr }).on('line', said)
  const ended = new Promise<ChildOutcome>((resolve) => {
    child.once('error', (error) => said(error.message))
    child.once('close', (code, signal) => {
      // It ends its servers itself, but not where it was killed.
      if (signal) for (const server of servers) kill(server)
      resolve({ code, signal, lastWords: words.trim() })
    })
  })
  return {
    ended,
    async stop() {
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
      await ended
      clearTimeout(timer)
    },
  }
}

/** Null for what is no such line: then it is something else that the child wrote. */
function readLine(text: string): RehearsalLine | null {
  try {
    return RehearsalLine.safeParse(JSON.parse(text)).data ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
