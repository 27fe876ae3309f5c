import { leadingCalendar } from '../../catalogue/leading-calendar.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { AskRehearsal } from '../../contracts/rehearsals.ts'
import { plainDay } from '../../domain/indonesian-time.ts'
import { calendarsInForce } from '../../models/catalogue/calendars-in-force.ts'
import { regencyFacts } from '../../models/catalogue/catalogue.ts'
import { draftOf } from '../../models/catalogue/draft.ts'
import { checkDraft } from '../../models/catalogue/publish-draft.ts'
import { publishedVersion } from '../../models/catalogue/versions.ts'
import type { PackFile } from '../../models/rehearsal/rehearsal.ts'
import { draftChanged, draftWrong } from '../service-drafts/refusals.ts'
import { dayIsPast, dayIsUncovered, noSuchVersion, noTerm } from './refusals.ts'

/**
 * What the rehearsal is played from, as it stands now: the definition and the calendars in force, as files of a pack. Throws
 * 409 and 422 for what cannot be played, before anybody waits for it.
 */
export async function materialFor({ service, source, day }: AskRehearsal, now: Date): Promise<PackFile[]> {
  const definition = await definitionOf(service, source)
  const calendars = await calendarsInForce()
  const leading = calendars.get(leadingCalendar(definition) ?? '')
  if (!leading) throw noTerm()
  const { utcOffsetMinutes } = await regencyFacts()
  if (day && day <= plainDay(now.getTime(), utcOffsetMinutes)) throw dayIsPast()
  const { coversUntil } = leading.calendar
  if (day && day > coversUntil) throw dayIsUncovered(coversUntil)
  return [
    { path: `services/${service}.json`, text: JSON.stringify(definition) },
    ...[...calendars].map(([code, { calendar, layer }]) => ({
      path: `calendars/${code}.json`,
      text: JSON.stringify(layer ?? calendar),
    })),
  ]
}

/** With everything its offices say for it: a rehearsal's own pack need not have the same offices. */
async function definitionOf(code: string, source: AskRehearsal['source']): Promise<ServiceDefinition> {
  if (source.kind === 'version') {
    const published = await publishedVersion(code, source.version)
    if (!published) throw noSuchVersion()
    return published.definition
  }
  const draft = await draftOf(code)
  if (draft?.revision !== source.revision) throw draftChanged(draft)
  const { definition, problems } = await checkDraft(draft)
  if (!definition || problems.length > 0) throw draftWrong(problems)
  return definition
}
