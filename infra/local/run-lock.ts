import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { end, identify, isAlive, type ProcessIdentity } from './process-identity.ts'

const identity = z.object({ name: z.string(), pid: z.number().int().positive(), born: z.string() })
const schema = z.object({
  owner: identity,
  since: z.string(),
  children: z.array(identity),
  /** Where the servers of this run are, for other commands; no secrets. */
  addresses: z.record(z.string(), z.string()).default({}),
})

type Running = z.infer<typeof schema>

/** Held by the one process that runs on a data folder; remembers its children for the case that it is killed. */
export interface RunLock {
  /** Remembers a child; one of the same name takes the place of an earlier one. */
  record(name: string, pid: number): void
  /** Tells other commands on this data where the servers are, as environment variables; no secrets. */
  publish(addresses: Record<string, string>): void
  /** Ends the recorded children at once. */
  kill(): void
  release(): void
}

/** Another process runs on this data. */
export class AlreadyRunningError extends Error {
  override name = 'AlreadyRunningError'
}

/** Throws `AlreadyRunningError` naming the process, when one that is alive holds the folder. */
export function refuseIfRunning(path: string): void {
  const running = read(path)
  if (!running || !isAlive(running.owner)) return
  const { pid } = running.owner
  throw new AlreadyRunningError(
    `Lontar already runs on this data (process ${pid}, since ${running.since}).\n` +
      `Stop it with Ctrl-C in its window, or: kill ${pid}`,
  )
}

/** The addresses of the run that holds the folder now; undefined when there is none, or it is still starting. */
export function addressesOfRun(path: string): Record<string, string> | undefined {
  const running = read(path)
  return running && isAlive(running.owner) && Object.keys(running.addresses).length > 0 ? running.addresses : undefined
}

/**
 * Takes the folder. Children recorded by a holder that was killed are stopped first, and `say` is told of each.
 * Throws `AlreadyRunningError`.
 */
export async function takeRunLock(path: string, say: (line: string) => void): Promise<RunLock> {
  refuseIfRunning(path)
  await stopLeftovers(read(path)?.children ?? [], say)
  rmSync(path, { force: true })
  const running: Running = {
    owner: identify('start', process.pid),
    since: new Date().toISOString(),
    children: [],
    addresses: {},
  }
  claim(path, running)
  return {
    record(name, pid) {
      const others = running.children.filter((child) => child.name !== name)
      running.children = [...others, identify(name, pid)]
      write(path, running)
    },
    publish(addresses) {
      running.addresses = addresses
      write(path, running)
    },
    kill() {
      for (const child of running.children) if (isAlive(child)) process.kill(child.pid, 'SIGKILL')
    },
    release: () => rmSync(path, { force: true }),
  }
}

/** The exclusive flag lets one of two that start in the same instant through. */
function claim(path: string, running: Running): void {
  try {
    writeFileSync(path, JSON.stringify(running), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    refuseIfRunning(path)
    throw error
  }
}

function write(path: string, running: Running): void {
  writeFileSync(`${path}.new`, JSON.stringify(running), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

async function stopLeftovers(children: ProcessIdentity[], say: (line: string) => void): Promise<void> {
  const alive = children.filter(isAlive)
  if (alive.length > 0) say('The last run was cut off; stopping what it left behind')
  for (const child of alive) {
    say(`  ${child.name} (process ${child.pid})`)
    await end(child)
  }
}

function read(path: string): Running | undefined {
  if (!existsSync(path)) return undefined
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}
