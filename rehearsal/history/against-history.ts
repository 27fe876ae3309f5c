import { PackError } from '../../catalogue/pack/problem.ts'
import { placedClocks } from '../../catalogue/placed-clocks.ts'
import { allSteps } from '../../catalogue/steps-of.ts'
import type { CompiledCalendar } from '../../domain/working-time/index.ts'
import type { Progress } from '../../infra/progress.ts'
import { calendarOf, versionOf } from '../../models/catalogue/catalogue.ts'
import { checkDraft } from '../../models/catalogue/publish-draft.ts'
import { closedCases } from './closed-cases.ts'
import { type Compared, type Comparison, compareCase, totalsOf } from './compare.ts'
import { retell } from './retell.ts'

type Asked = {
  service: string
  /** The new version as JSON text. */
  definition: string
  since: Date
  /** Until when clocks that still run are followed, UTC epoch ms. */
  now: number
  progress: Progress
}

/**
 * What the closed cases would have come to under another version of their service. Reads only; within the regency's context.
 * @throws PackError where the definition is wrong
 */
export async function againstHistory({ service, definition: text, since, now, progress }: Asked): Promise<Comparison> {
  const { definition, problems } = await checkDraft({ code: service, text })
  if (!definition) throw new PackError(problems)
  const calendars = new Map<string, CompiledCalendar>()
  for (const { clock } of placedClocks(definition)) calendars.set(clock.calendar, await calendarOf(clock.calendar))
  const calendar = (code: string) => {
    const found = calendars.get(code)
    if (!found) throw new RangeError(`${service} names no calendar ${code}`)
    return found
  }
  const rows: Compared[] = []
  for await (const closed of closedCases(service, since)) {
    const lived = await versionOf(service, closed.application.serviceVersion)
    const known = new Set(allSteps(lived.definition).map(({ code }) => code))
    rows.push(compareCase(closed, retell(closed, definition, { calendar, now, known }), definition))
    progress.update(`Memutar ulang · ${rows.length} perkara`)
  }
  return { service, since: since.toISOString(), rows, totals: totalsOf(rows) }
}
