import type { CalendarDetail, CalendarSummary, CalendarUsers, CalendarVersionRow } from '../../contracts/calendars.ts'
import { namesOf } from '../../models/auth-user.ts'
import { Application } from '../../models/case/application.ts'
import { CalendarSpread } from '../../models/catalogue/calendar-spread.ts'
import { CalendarVersion, type CalendarVersionRecord } from '../../models/catalogue/calendar-version.ts'
import { calendarUsers } from './users.ts'

/** How many open cases count by each calendar. */
export async function casesByCalendar(): Promise<Map<string, number>> {
  const counted = await Application.aggregate<{ _id: string; cases: number }>([
    { $match: { 'clocked.calendar': { $exists: true } } },
    { $project: { codes: { $setUnion: ['$clocked.calendar'] } } },
    { $unwind: '$codes' },
    { $group: { _id: '$codes', cases: { $sum: 1 } } },
  ])
  return new Map(counted.map(({ _id, cases }) => [_id, cases]))
}

export function presentSummary(
  { code, version, calendar, layer }: CalendarVersionRecord,
  cases: ReadonlyMap<string, number>,
  usersOf: (code: string) => CalendarUsers,
): CalendarSummary {
  const { name, utcOffsetMinutes, coversFrom, coversUntil } = calendar
  return {
    ...{ id: code, code, version, name, utcOffsetMinutes, coversFrom, coversUntil },
    extends: layer?.extends ?? null,
    openCases: cases.get(code) ?? 0,
    usedBy: usersOf(code),
  }
}

export async function presentCalendar(
  code: string,
  all: ReadonlyMap<string, CalendarVersionRecord>,
): Promise<CalendarDetail | null> {
  const known = all.get(code)
  if (!known) return null
  const { workingHours, openingHours, seasons, closures, extraWorkingDays, receiptRule } = known.calendar
  return structuredClone({
    ...presentSummary(known, await casesByCalendar(), await calendarUsers()),
    workingHours,
    openingHours: openingHours ?? null,
    seasons,
    closures,
    extraWorkingDays,
    receiptRule,
    extendedBy: [...all.values()].flatMap((each) => (each.layer?.extends === code ? [each.code] : [])),
    versions: await versionsOf(code),
  }) as CalendarDetail
}

async function versionsOf(code: string): Promise<CalendarVersionRow[]> {
  const fields = 'version publishedAt publishedBy reason source follows'
  const [versions, spreads] = await Promise.all([
    CalendarVersion.find({ code }).sort({ version: -1 }).limit(100).select(fields).lean<CalendarVersionRecord[]>(),
    CalendarSpread.find({ code }).lean(),
  ])
  const names = await namesOf(versions.flatMap(({ publishedBy }) => publishedBy ?? []))
  return versions.map(({ version, publishedAt, publishedBy, reason, source, follows }) => {
    const spread = spreads.find((each) => each.version === version)
    return {
      version,
      publishedAt: publishedAt.toISOString(),
      by: publishedBy ? { id: publishedBy, name: names.get(publishedBy) ?? publishedBy } : null,
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
