import type { Step } from './schema/steps.ts'
import type { ServiceDefinition } from './service-schema.ts'
import { allSteps } from './steps-of.ts'

/** Steps that wait for somebody whom a rehearsal does not play. */
const unplayed: readonly Step['kind'][] = ['pay', 'call']

/** What of a service a rehearsal cannot play; nothing where it can play all of it. */
export function unplayedSteps(definition: ServiceDefinition): Step[] {
  return allSteps(definition).filter(({ kind }) => unplayed.includes(kind))
}

/** Code of the calendar by which a rehearsal begins: of the term, else of the first step with a clock. Undefined where nothing has a term. */
export function leadingCalendar({ term, steps }: ServiceDefinition): string | undefined {
  const clocked = steps.find((step) => 'clock' in step)
  return term?.calendar ?? (clocked && 'clock' in clocked ? clocked.clock.calendar : undefined)
}
