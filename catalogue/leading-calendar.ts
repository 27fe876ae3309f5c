import type { ServiceDefinition } from './service-schema.ts'

/** Code of the calendar by which a rehearsal begins: of the term, else of the first step with a clock. Undefined where nothing has a term. */
export function leadingCalendar({ term, steps }: ServiceDefinition): string | undefined {
  const clocked = steps.find((step) => 'clock' in step)
  return term?.calendar ?? (clocked && 'clock' in clocked ? clocked.clock.calendar : undefined)
}
