import { placedClocks } from '../../catalogue/placed-clocks.ts'
import type { CalendarUsers } from '../../contracts/calendars.ts'
import { officeOf } from '../../domain/which-calendar.ts'
import { agencyNames, openServices, servicePoints } from '../../models/catalogue/catalogue.ts'
import { officeCalendarsNow } from '../../models/catalogue/office-calendars.ts'

/** Who goes by each calendar today: by its code, nobody where nobody does. */
export async function calendarUsers(): Promise<(code: string) => CalendarUsers> {
  const [named, names, points, services] = await Promise.all([
    officeCalendarsNow(),
    agencyNames(),
    servicePoints(),
    openServices(),
  ])
  const clocked = services.map(({ definition }) => ({ definition, clocks: placedClocks(definition) }))
  return (code) => ({
    regency: named.regency === code,
    offices: [...named.offices].flatMap(([office, calendar]) =>
      calendar === code ? [{ code: office, name: names.get(office) ?? office }] : [],
    ),
    servicePoints: points.flatMap((point) => (point.calendar === code ? [{ code: point.code, name: point.name }] : [])),
    services: clocked.flatMap(({ definition, clocks }) => {
      const counted = clocks.filter(({ clock }) => clock.calendar === code)
      if (counted.length === 0) return []
      const offices = new Set(counted.map(({ owner }) => officeOf(owner, named.villages)))
      return [
        {
          code: definition.code,
          name: definition.name,
          clocks: counted.length,
          offices: [...offices].map((office) => names.get(office) ?? office),
        },
      ]
    }),
  })
}
