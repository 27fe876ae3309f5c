import { type LocalDate, type OpeningDay, openingDays } from '../../domain/working-time/index.ts'
import { remembered } from './cache.ts'
import { CalendarVersion } from './calendar-version.ts'

/** The days from `from` on by the calendars in force of these codes, each code once. */
export async function openingsOf(
  codes: readonly string[],
  from: LocalDate,
  count: number,
): Promise<{ calendar: string; days: OpeningDay[] }[]> {
  const found = await Promise.all(
    [...new Set(codes)].map(async (calendar) => ({ calendar, days: await daysOf(calendar, from, count) })),
  )
  return found.flatMap(({ calendar, days }) => (days ? [{ calendar, days }] : []))
}

function daysOf(code: string, from: LocalDate, count: number): Promise<OpeningDay[] | null> {
  return remembered(`openings/${code}/${from}/${count}`, 'current', async () => {
    const latest = await CalendarVersion.findOne({ code }).sort({ version: -1 }).select({ calendar: 1 }).lean()
    return latest && openingDays(latest.calendar, from, count)
  })
}
