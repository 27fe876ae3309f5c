import { type CalendarChange, type ChangePlan, planChange, saysTheSame } from '../../catalogue/calendar-change.ts'
import { digestOf } from '../../catalogue/digest.ts'
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
  /** What this person published under this key before. */
  | { known: CalendarVersionRecord }

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
 * Puts the next version in force, and that of every calendar that stands on it, with a line in the audit chain. A key that
 * was used before, by a request at the same moment too, answers with what it published. `asked`: digest of what was asked.
 * Null for a calendar that is not there.
 */
export async function publishCalendar(
  publication: CalendarPublication,
  { by, key, asked }: { by: string; key: string; asked: string },
): Promise<PublishedCalendar | null> {
  const { reason, source } = publication
  const publish = () =>
    inTransaction(async (session): Promise<PublishedCalendar | null> => {
      const known = await CalendarVersion.findOne({ publishedBy: by, publishedWith: key, follows: null })
        .session(session)
        .lean<CalendarVersionRecord>()
      if (known) return { known }
      const plan = planPublication(publication, await calendarsInForce(session))
      if (!plan || 'refused' in plan) return plan
      const { versions, problems } = plan
      if (problems.length > 0) return { problems }
      const origin = { publishedBy: by, publishedWith: key, asked, reason, source, packDigest: null }
      await insertVersions(versions, origin, session)
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
