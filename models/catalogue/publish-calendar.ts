import { type CalendarChange, type ChangePlan, planChange, saysTheSame } from '../../catalogue/calendar-change.ts'
import { digestOf } from '../../catalogue/pack/publish.ts'
import { auditWithin } from '../audit.ts'
import { inTransaction, isDuplicate } from '../transaction.ts'
import { forgetCatalogue } from './cache.ts'
import { CalendarVersion, type CalendarVersionRecord } from './calendar-version.ts'
import { asWritten, calendarsInForce, insertVersions } from './calendars-in-force.ts'

export type CalendarPublication = {
  code: string
  /** The version in force that was read: what was announced meanwhile is not written over unseen. */
  base: number
  change: CalendarChange
  reason: string
  source: string
}

export type PublishedCalendar =
  | { versions: { code: string; version: number }[] }
  | { problems: ChangePlan['problems'] }
  | CalendarRefusal

/** `changed`: another version is in force. `same`: it says nothing new. */
export type CalendarRefusal = { refused: 'changed' | 'same'; inForce: number }

/** What a change would put in force; nothing is written. Null for a calendar that is not there. */
export function planPublication(
  { code, base, change }: Pick<CalendarPublication, 'code' | 'base' | 'change'>,
  all: ReadonlyMap<string, CalendarVersionRecord>,
): ChangePlan | CalendarRefusal | null {
  const known = all.get(code)
  if (!known) return null
  const { version: inForce } = known
  if (inForce !== base) return { refused: 'changed', inForce }
  const plan = planChange(asWritten(all), code, change)
  const next = plan.versions[0]
  const isSame = plan.problems.length === 0 && next && saysTheSame(next.calendar, known.calendar)
  return isSame ? { refused: 'same', inForce } : plan
}

/**
 * Puts the next version in force, and that of every calendar that stands on it, with a line in the audit chain. Null for a
 * calendar that is not there.
 */
export async function publishCalendar(
  publication: CalendarPublication,
  { by, key }: { by: string; key: string },
): Promise<PublishedCalendar | null> {
  const { reason, source } = publication
  const publish = () =>
    inTransaction(async (session): Promise<PublishedCalendar | null> => {
      const plan = planPublication(publication, await calendarsInForce(session))
      if (!plan || 'refused' in plan) return plan
      const { versions, problems } = plan
      if (problems.length > 0) return { problems }
      await insertVersions(versions, { publishedBy: by, publishedWith: key, reason, source, packDigest: null }, session)
      for (const { code, version, calendar } of versions) {
        const subject = { kind: 'calendar-version', id: `${code}/${version} ${digestOf(calendar)}` }
        await auditWithin(session, { act: 'publish', by, subject, purpose: null })
      }
      return { versions: versions.map(({ code, version }) => ({ code, version })) }
    })
  const published = await publish().catch((error: unknown) => {
    // Somebody else published the same number first: the base is no longer what was read.
    if (isDuplicate(error)) return publish()
    throw error
  })
  forgetCatalogue()
  return published
}

/** What this person published under this key before, of this calendar. */
export function calendarPublishedBefore(code: string, by: string, key: string): Promise<CalendarVersionRecord | null> {
  return CalendarVersion.findOne({ code, publishedBy: by, publishedWith: key }).lean<CalendarVersionRecord>()
}
