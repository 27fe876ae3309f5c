import { compileCalendar } from '../../domain/working-time/index.ts'
import { CalendarVersion } from '../../models/catalogue/calendar-version.ts'
import { makeOracle } from '../domain/working-time/oracle.ts'
import type { CalendarInForce, Calendars } from './check-clocks.ts'

/** Every version of every calendar that was ever in force, laid out once. In the regency of the context. */
export async function calendarsInForce(): Promise<Calendars> {
  const versions = await CalendarVersion.find().lean()
  const laidOut = new Map<string, CalendarInForce>()
  return (code, version) => {
    const key = `${code} ${version}`
    const known = laidOut.get(key)
    if (known) return known
    const found = versions.find((each) => each.code === code && each.version === version)
    if (!found) throw new Error(`calendar ${key} was never in force`)
    const made = { oracle: makeOracle(found.calendar), compiled: compileCalendar(found.calendar) }
    laidOut.set(key, made)
    return made
  }
}
