import pc from 'picocolors'
import type { Surroundings } from './machine.ts'
import { startNodeProcess } from './node-process.ts'
import { supervise } from './supervise.ts'
import { together } from './together.ts'

/** Worker and API, each a process of its own that is started again when it ends. The API stops before the worker. */
export async function startParts(
  around: Surroundings,
  variables: Record<string, string>,
  { watch = false } = {},
): Promise<void> {
  const { home, lock, stop, progress } = around
  progress.update('Starting worker and API')
  // Noted in this order whoever is first, since what is noted last is stopped first.
  const parts = await stop.step(() =>
    together(
      ['worker', 'api'].map((name) => async () => {
        const part = await supervise(
          () => startNodeProcess(name, variables, home.logs, watch ? ['--watch', '--watch-preserve-output'] : []),
          { started: ({ pid }) => lock.record(name, pid), line: progress.line },
        )
        progress.line(`${pc.green('✓')} ${name} runs`)
        return part
      }),
      (part) => part.stop(),
    ),
  )
  for (const part of parts) stop.onStop(part.stop)
}
