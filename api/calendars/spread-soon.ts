import { startSpread } from '../../engine/calendars.ts'
import type { CaseServices } from '../case/services.ts'

/** Carries new versions to the open cases now; where Temporal is away, the worker's sweeper does it later. */
export async function spreadSoon(
  { engine, log }: CaseServices,
  regency: string,
  versions: readonly { code: string; version: number }[],
): Promise<void> {
  for (const { code: calendar, version } of versions) {
    try {
      await startSpread(engine, { regency, calendar, version }, 2_000)
    } catch (error) {
      log.warn({ error, calendar, version }, 'a new version of a calendar is left to the sweeper')
      return
    }
  }
}
