import pc from 'picocolors'
import { startCompanion } from './companion.ts'
import type { Surroundings } from './machine.ts'
import { StopAsked } from './stop-signal.ts'

/**
 * Starts who plays rehearsals, once everything else is there: nobody waits for it, and without it the rest runs. It is told of
 * the database and of nothing else.
 */
export async function startLocalRehearser(around: Surroundings, { MONGODB_URI = '' }: Record<string, string>) {
  try {
    await around.stop.step(() => startCompanion(around, 'rehearser', { MONGODB_URI }))
  } catch (error) {
    if (error instanceof StopAsked) throw error
    around.progress.line(`${pc.yellow('!')} no rehearsals in this run: ${(error as Error).message}`)
  }
}
