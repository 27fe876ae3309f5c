import { officeCalendars } from '../../catalogue/office-calendars.ts'
import type { OfficeCalendars } from '../../domain/which-calendar.ts'
import { AgencyModel } from './agency.ts'
import { remembered } from './cache.ts'
import { RegencyModel } from './regency.ts'

/** Which calendars the regency and its offices name today; a published service has named its own for good. */
export function officeCalendarsNow(): Promise<OfficeCalendars> {
  return remembered('office-calendars', 'current', async () => {
    const [{ facts, villages }, agencies] = await Promise.all([
      RegencyModel.findOne().select({ facts: 1, villages: 1 }).orFail().lean(),
      AgencyModel.find({ active: true }).select({ code: 1, calendar: 1 }).lean(),
    ])
    return officeCalendars(facts, agencies, villages)
  })
}
