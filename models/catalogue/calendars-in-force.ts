import type { InForce, PlannedVersion } from '../../catalogue/calendar-change.ts'
import { digestOf } from '../../catalogue/digest.ts'
import { isLayer } from '../../domain/working-time/index.ts'
import type { ClientSession } from '../database.ts'
import { CalendarSpread } from './calendar-spread.ts'
import { CalendarVersion, type CalendarVersionRecord } from './calendar-version.ts'

/** The newest version of each calendar, backwards through the index: one is read of each, however many there were. */
const newestOfEach = [
  { $sort: { code: -1, version: -1 } },
  { $group: { _id: '$code', newest: { $first: '$$ROOT' } } },
  { $replaceRoot: { newRoot: '$newest' } },
  { $sort: { code: 1 } },
] as const

/** The latest version of every calendar, whole, by code, in the order of their codes. */
export async function calendarsInForce(session?: ClientSession): Promise<Map<string, CalendarVersionRecord>> {
  const query = CalendarVersion.aggregate<CalendarVersionRecord>([...newestOfEach])
  const all = await (session ? query.session(session) : query)
  return new Map(all.map((each) => [each.code, each]))
}

/** Of a calendar in force, without its days: what a list shows. */
export type CalendarHead = Pick<CalendarVersionRecord, 'code' | 'version'> & {
  calendar: Pick<CalendarVersionRecord['calendar'], 'name' | 'utcOffsetMinutes' | 'coversFrom' | 'coversUntil'>
  layer?: { extends: string } | null
}

/** The heads of all calendars in force, in the order of their codes. */
export function calendarHeads(): Promise<CalendarHead[]> {
  const calendar = { name: 1, utcOffsetMinutes: 1, coversFrom: 1, coversUntil: 1 } as const
  return CalendarVersion.aggregate<CalendarHead>([
    ...newestOfEach,
    { $project: { _id: 0, code: 1, version: 1, calendar, 'layer.extends': 1 } },
  ]).exec()
}

/** The latest version of one calendar; null for a code that none has. */
export function calendarInForce(code: string): Promise<CalendarVersionRecord | null> {
  return CalendarVersion.findOne({ code }).sort({ version: -1 }).lean<CalendarVersionRecord>().exec()
}

export function asWritten(
  all: ReadonlyMap<string, Pick<CalendarVersionRecord, 'version' | 'calendar' | 'layer'>>,
): Map<string, InForce> {
  return new Map(
    [...all].map(([code, { version, calendar, layer }]) => [code, { version, calendar, written: layer ?? calendar }]),
  )
}

type Origin = Pick<
  CalendarVersionRecord,
  'publishedBy' | 'publishedWith' | 'asked' | 'reason' | 'source' | 'packDigest'
>

/**
 * Puts versions in force, and answers them. The worker carries each that follows another to the open cases: it finds it by
 * its spread.
 */
export async function insertVersions(
  versions: readonly PlannedVersion[],
  origin: Origin,
  session: ClientSession,
): Promise<Omit<CalendarVersionRecord, 'regency'>[]> {
  const publishedAt = new Date()
  const records = versions.map(({ code, version, calendar, written, follows }) => ({
    code,
    version,
    digest: digestOf(calendar),
    publishedAt,
    calendar,
    layer: isLayer(written) ? written : null,
    follows,
    ...origin,
    packDigest: follows ? null : origin.packDigest,
  }))
  await CalendarVersion.insertMany(records, { session })
  const spreads = versions
    .filter(({ version }) => version > 1)
    .map(({ code, version }) => ({ code, version, publishedAt }))
  if (spreads.length > 0) await CalendarSpread.insertMany(spreads, { session })
  return records
}
