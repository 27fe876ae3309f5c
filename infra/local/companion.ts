import type { Surroundings } from './machine.ts'
import { startNodeProcess } from './node-process.ts'
import { supervise } from './supervise.ts'

/** Starts `bin/<name>.ts` in a process of its own that is kept running, recorded, and ended with everything else. */
export async function startCompanion(
  { home, lock, stop, progress }: Surroundings,
  name: string,
  variables: Record<string, string>,
): Promise<void> {
  const { stop: close } = await supervise(() => startNodeProcess(name, variables, home.logs), {
    started: ({ pid }) => lock.record(name, pid),
    line: progress.line,
  })
  stop.onStop(close)
}
