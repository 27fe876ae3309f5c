import type { z } from 'zod'
import { calendarOfClock, type OfficeCalendars } from '../domain/which-calendar.ts'
import { placedClocks } from './placed-clocks.ts'
import type { Agency, VillageOffices } from './schema/offices.ts'
import type { Regency } from './schema/regency.ts'
import type { ServiceDefinition } from './service-schema.ts'

type Named<Office extends { calendar?: string | undefined }> = Pick<Office, 'calendar'>

/** What the offices of a pack say of their calendars. */
export function officeCalendars(
  regency: Named<Regency>,
  agencies: readonly (Named<Agency> & { code: string })[],
  villages: Named<VillageOffices> & { code: string },
): OfficeCalendars {
  const named = [...agencies, villages].flatMap(({ code, calendar }): [string, string][] =>
    calendar ? [[code, calendar]] : [],
  )
  return { regency: regency.calendar ?? null, villages: villages.code, offices: new Map(named) }
}

/** With a calendar for each clock that names none: a version says for good which ones count it. */
export function withCalendars(definition: ServiceDefinition, calendars: OfficeCalendars): ServiceDefinition {
  const filled = structuredClone(definition)
  for (const { clock, owner } of placedClocks(filled))
    clock.calendar = calendarOfClock(clock.calendar, owner, calendars) ?? ''
  return filled
}

/** As a file would write it: without the calendars that its offices name today. */
export function withoutCalendars(
  definition: ServiceDefinition,
  calendars: OfficeCalendars,
): z.input<typeof ServiceDefinition> {
  const written = structuredClone(definition)
  for (const { clock, owner } of placedClocks(written))
    if (clock.calendar === calendarOfClock('', owner, calendars)) Reflect.deleteProperty(clock, 'calendar')
  return written
}
