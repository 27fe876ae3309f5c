import { calendarOfClock, officeOf } from '../../domain/which-calendar.ts'
import { officeCalendars } from '../office-calendars.ts'
import { packFiles } from '../pack/pack.ts'
import type { Problem } from '../pack/problem.ts'
import { placedClocks } from '../placed-clocks.ts'
import { among, type PackParts, type Report, type ServiceContext } from './context.ts'

/** What the regency, its offices and its service points go by is a calendar of the pack. */
export function checkOfficeCalendars(pack: PackParts, problems: Problem[]): void {
  const reporter =
    (file: string): Report =>
    (path, message, mend) =>
      problems.push({ file, path, message, ...(mend && { mend }) })
  checkNamed(pack, pack.regency?.calendar, 'calendar', reporter(packFiles.regency))
  const offices = reporter(packFiles.agencies)
  for (const { code, calendar } of pack.offices?.agencies ?? [])
    checkNamed(pack, calendar, `agencies[${code}].calendar`, offices)
  checkNamed(pack, pack.offices?.villages.calendar, 'villages.calendar', offices)
  for (const { code, calendar } of pack.points?.servicePoints ?? [])
    checkNamed(pack, calendar, `servicePoints[${code}].calendar`, reporter(packFiles.servicePoints))
}

/** Each clock of a service is counted by a calendar: its own, its office's, or the regency's. */
export function checkCalendars({ definition, pack, report }: ServiceContext): void {
  const { regency, offices, unreadable } = pack
  const isWhole = !unreadable.has(packFiles.regency) && !unreadable.has(packFiles.agencies)
  for (const { clock, path, owner } of placedClocks(definition)) {
    if (clock.calendar !== '') checkNamed(pack, clock.calendar, `${path}.calendar`, report)
    else if (regency && offices && isWhole) {
      const calendars = officeCalendars(regency, offices.agencies, offices.villages)
      if (calendarOfClock('', owner, calendars) !== null) continue
      const office = officeOf(owner, calendars.villages)
      report(
        `${path}.calendar`,
        `names no calendar, and neither does "${office}" nor the regency`,
        'name one here, at the agency in agencies.json, or for all in regency.json',
      )
    }
  }
}

function checkNamed(
  { calendars, unreadable }: PackParts,
  code: string | undefined,
  path: string,
  report: Report,
): void {
  if (code === undefined || unreadable.has(`${packFiles.calendars}/${code}.json`)) return
  const known = calendars.map((calendar) => calendar.code)
  if (!known.includes(code)) report(path, `"${code}" is no calendar of this pack`, among(known))
}
