import { toFlow } from '../../catalogue/compile/flow.ts'
import { PackError } from '../../catalogue/pack/problem.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import { allSteps } from '../../catalogue/steps-of.ts'
import { clocksIn } from '../../domain/service.ts'
import type { CompiledCalendar } from '../../domain/working-time/index.ts'
import type { Progress } from '../../infra/progress.ts'
import { calendarOf, versionOf } from '../../models/catalogue/catalogue.ts'
import { checkDraft } from '../../models/catalogue/publish-draft.ts'
import { type ClosedCase, closedCases } from './closed-cases.ts'
import { type Compared, type Comparison, compareCase, outcomeOf, totalsOf } from './compare.ts'
import { type RetellAround, type Retold, retell } from './retell.ts'

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
  const calendar = (code: string) => {
    const found = calendars.get(code)
    if (!found) throw new RangeError(`no clock of ${service} runs by the calendar ${code}`)
    return found
  }
  await readCalendars(definition)
  const rows: Compared[] = []
  for await (const closed of closedCases(service, since)) {
    const lived = await versionOf(service, closed.application.serviceVersion)
    await readCalendars(lived.definition)
    const known = new Set(allSteps(lived.definition).map(({ code }) => code))
    const retold = toldAgain(closed, { lived: lived.definition, next: definition }, { calendar, now, known })
    rows.push(compareCase(closed, retold, definition))
    progress.update(`Memutar ulang · ${rows.length} perkara`)
  }
  return { service, since: since.toISOString(), rows, totals: totalsOf(rows) }

  async function readCalendars(of: ServiceDefinition): Promise<void> {
    const missing = clocksIn(toFlow(of, 0)).filter(({ calendar: code }) => !calendars.has(code))
    for (const { calendar: code } of missing) calendars.set(code, await calendarOf(code))
  }
}

/** Told under the version it was lived under first: where that does not end as the case did, no other version would say anything. */
function toldAgain(
  closed: ClosedCase,
  { lived, next }: { lived: ServiceDefinition; next: ServiceDefinition },
  around: RetellAround,
): Retold {
  const asLived = retell(closed, lived, around)
  if ('untold' in asLived) return asLived
  if (outcomeOf(asLived.state) !== outcomeOf(closed.application.state))
    return { untold: 'riwayatnya tidak menceritakan bagaimana perkaranya sampai berakhir begitu' }
  return retell(closed, next, around)
}
