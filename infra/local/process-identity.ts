import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process that can be told from a later one with the same number. */
export interface ProcessIdentity {
  name: string
  pid: number
  /** When the system says it began; opaque. */
  born: string
}

export function identify(name: string, pid: number): ProcessIdentity {
  return { name, pid, born: birth(pid) ?? '' }
}

export function isAlive({ pid, born }: ProcessIdentity): boolean {
  return born !== '' && birth(pid) === born
}

/** Asks it to end, and ends it after `graceMs`. Does nothing when it is gone or its number belongs to another now. */
export async function end(process_: ProcessIdentity, graceMs = 10_000): Promise<void> {
  if (!isAlive(process_)) return
  process.kill(process_.pid, 'SIGTERM')
  const deadline = Date.now() + graceMs
  while (isAlive(process_)) {
    if (Date.now() > deadline) process.kill(process_.pid, 'SIGKILL')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** undefined: no such process, or one that has ended and was not collected yet. */
function birth(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
    }
    // The fields after the command's name, which stands in parentheses and may itself hold spaces.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, startTicks] = [fields[0], fields[19]]
    return state === 'Z' ? undefined : startTicks
  } catch {
    return undefined
  }
}
