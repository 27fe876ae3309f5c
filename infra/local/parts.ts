import pc from 'picocolors'
import type { Surroundings } from './machine.ts'
import { startNodeProcess } from './node-process.ts'
import { supervise } from './supervise.ts'

/** Worker and API, each a process of its own that is started again when it ends. The API stops before the worker. */
export async function startParts(
  around: Surroundings,
  variables: Record<string, string>,
  { watch = false } = {},
): Promise<void> {
  const { home, lock, stop, progress } = around
  for (const name of ['worker', 'api']) {
    progress.update(`Starting ${name}`)
    const { stop: close } = await stop.step(() =>
      supervise(
        () => startNodeProcess(name, variables, home.logs, watch ? ['--watch', '--watch-preserve-output'] : []),
        {
          started: ({ pid }) => lock.record(name, pid),
          line: progress.line,
        },
      ),
    )
    stop.onStop(close)
    progress.line(`${pc.green('✓')} ${name} runs`)
  }
}
