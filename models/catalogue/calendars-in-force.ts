import type { InForce, PlannedVersion } from '../../catalogue/calendar-change.ts'
import { digestOf } from '../../catalogue/digest.ts'
import { isLayer } from '../../domain/working-time/index.ts'
import type { ClientSession } from '../database.ts'
import { CalendarSpread } from './calendar-spread.ts'
import { CalendarVersion, type CalendarVersionRecord } from './calendar-version.ts'

/** The latest version of every calendar, by code, in the order of their codes. */
export async function calendarsInForce(session?: ClientSession): Promise<Map<string, CalendarVersionRecord>> {
  const query = CalendarVersion.find().sort({ code: 1, version: 1 })
  const all = await (session ? query.session(session) : query).lean<CalendarVersionRecord[]>()
  return new Map(all.map((each) => [each.code, each]))
}

export function asWritten(all: ReadonlyMap<string, CalendarVersionRecord>): Map<string, InForce> {
  return new Map(
    [...all].map(([code, { version, calendar, layer }]) => [code, { version, calendar, written: layer ?? calendar }]),
  )
}

type Origin = Pick<
  CalendarVersionRecord,
  'publishedBy' | 'publishedWith' | 'asked' | 'reason' | 'source' | 'packDigest'
>

/** Puts versions in force. The worker carries each that follows another to the open cases: it finds it by its spread. */
export async function insertVersions(
  versions: readonly PlannedVersion[],
  origin: Origin,
  session: ClientSession,
): Promise<void> {
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
}
