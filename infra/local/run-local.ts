import pc from 'picocolors'
import { screenProgress } from '../progress.ts'
import { freshLogs, openHome } from './home.ts'
import type { Surroundings } from './machine.ts'
import { type RunLock, takeRunLock } from './run-lock.ts'
import { listenForStop, StopAsked } from './stop-signal.ts'

/**
 * The frame of `npm start` and `npm run dev`: takes the data folder, lets `story` start everything, waits for Ctrl-C,
 * and closes all in reverse order. A failure is said in its own words and closes what had been started.
 */
export async function runLocal(story: (around: Surroundings) => Promise<void>): Promise<never> {
  const progress = screenProgress()
  let lock: RunLock | undefined
  const stop = listenForStop(() => lock?.kill())
  let failed = false
  try {
    const home = openHome()
    lock = await takeRunLock(home.run, progress.line)
    stop.onStop(lock.release)
    freshLogs(home)
    await story({ home, lock, stop, progress })
    await stop.asked
  } catch (error) {
    failed = !(error instanceof StopAsked)
    if (failed) progress.line(`${pc.red('✗')} ${error instanceof Error ? error.message : String(error)}`)
  }
  if (lock) progress.line(pc.dim('Stopping'))
  await stop.closeAll()
  if (!failed) progress.line('Stopped. The data is kept for the next start.')
  process.exit(failed ? 1 : 0)
}
