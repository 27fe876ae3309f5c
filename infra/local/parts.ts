import pc from 'picocolors'
import type { Surroundings } from './machine.ts'
import { startNodeProcess } from './node-process.ts'
import { supervise } from './supervise.ts'
import { together } from './together.ts'

/**
 * Worker and API, each a process of its own that is started again when it ends. The API stops before the worker.
 * @returns what starts both anew
 */
export async function startParts(
  { home, lock, stop, progress }: Surroundings,
  variables: Record<string, string>,
): Promise<() => Promise<void>> {
  progress.update('Starting worker and API')
  // Noted in this order whoever is first, since what is noted last is stopped first.
  const parts = await stop.step(() =>
    together(
      ['worker', 'api'].map((name) => async () => {
        const part = await supervise(() => startNodeProcess(name, variables, home.logs), {
          started: ({ pid }) => lock.record(name, pid),
          line: progress.line,
        })
        progress.line(`${pc.green('✓')} ${name} runs`)
        return part
      }),
      (part) => part.stop(),
    ),
  )
  for (const part of parts) stop.onStop(part.stop)
  return async () => {
    await Promise.all(parts.map((part) => part.restart()))
  }
}
