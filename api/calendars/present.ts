import type { CalendarDetail, CalendarSummary, CalendarUsers, CalendarVersionRow } from '../../contracts/calendars.ts'
import { namesOf } from '../../models/auth-user.ts'
import { Application } from '../../models/case/application.ts'
import { CalendarSpread } from '../../models/catalogue/calendar-spread.ts'
import { CalendarVersion, type CalendarVersionRecord } from '../../models/catalogue/calendar-version.ts'
import { type CalendarHead, calendarHeads, calendarInForce } from '../../models/catalogue/calendars-in-force.ts'
import { calendarUsers } from './users.ts'

/** How many open cases count by a calendar, from the index alone. */
function casesCountingBy(code: string): Promise<number> {
  return Application.countDocuments({ 'clocked.calendar': code }).exec()
}

export async function presentSummary(
  { code, version, calendar, layer }: CalendarHead,
  usersOf: (code: string) => CalendarUsers,
): Promise<CalendarSummary> {
  const { name, utcOffsetMinutes, coversFrom, coversUntil } = calendar
  return {
    ...{ id: code, code, version, name, utcOffsetMinutes, coversFrom, coversUntil },
    extends: layer?.extends ?? null,
    openCases: await casesCountingBy(code),
    usedBy: usersOf(code),
  }
}

/** A calendar in force; who published its versions is for editors. Null for a code that no calendar has. */
export async function presentCalendar(
  code: string,
  { isEditor }: { isEditor: boolean },
): Promise<CalendarDetail | null> {
  const [known, heads] = await Promise.all([calendarInForce(code), calendarHeads()])
  if (!known) return null
  const { workingHours, openingHours, seasons, closures, extraWorkingDays, receiptRule } = known.calendar
  return structuredClone({
    ...(await presentSummary(known, await calendarUsers())),
    workingHours,
    openingHours: openingHours ?? null,
    seasons,
    closures,
    extraWorkingDays,
    receiptRule,
    extendedBy: heads.flatMap((each) => (each.layer?.extends === code ? [each.code] : [])),
    versions: await versionsOf(code, isEditor),
  }) as CalendarDetail
}

async function versionsOf(code: string, isEditor: boolean): Promise<CalendarVersionRow[]> {
  const fields = 'version publishedAt publishedBy reason source follows'
  const [versions, spreads] = await Promise.all([
    CalendarVersion.find({ code }).sort({ version: -1 }).limit(100).select(fields).lean<CalendarVersionRecord[]>(),
    CalendarSpread.find({ code }).lean(),
  ])
  const editors = isEditor ? versions.flatMap(({ publishedBy }) => publishedBy ?? []) : []
  const names = await namesOf(editors)
  return versions.map(({ version, publishedAt, publishedBy, reason, source, follows }) => {
    const spread = spreads.find((each) => each.version === version)
    return {
      version,
      publishedAt: publishedAt.toISOString(),
      by: isEditor && publishedBy ? { id: publishedBy, name: names.get(publishedBy) ?? publishedBy } : null,
      reason: reason ?? null,
      source: source ?? null,
      follows: follows ?? null,
      spread: spread
        ? {
            cases: spread.cases,
            moved: spread.moved,
            stuck: spread.stuck,
            finishedAt: spread.finishedAt?.toISOString() ?? null,
          }
        : null,
    }
  })
}
