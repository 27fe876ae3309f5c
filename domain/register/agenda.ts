import type { EntryState } from './state.ts'

/** The next thing that time brings to a licence. */
export type DueEntry = { at: number } & (
  | { kind: 'reminder'; days: number }
  | { kind: 'suspension-end' }
  | { kind: 'report'; period: number }
  | { kind: 'expiry' }
)

/** What comes first when two are due at the same instant. */
const order: DueEntry['kind'][] = ['suspension-end', 'report', 'reminder', 'expiry']

/**
 * What its workflow sleeps until, or does at once where it is past; null when time brings nothing more. Several reminders
 * that were slept through become the last of them: nobody is told "90 days left" on the day before the end.
 */
export function nextDue(state: EntryState, now: number): DueEntry | null {
  if (hasEnded(state)) return null
  const all = [expiry(state), reminder(state, now), suspensionEnd(state), report(state)].flatMap((each) => each ?? [])
  all.sort((a, b) => a.at - b.at || order.indexOf(a.kind) - order.indexOf(b.kind))
  return all[0] ?? null
}

/** Nothing happens any more unless somebody does something: its workflow may end, an act starts it again. */
export function hasEnded({ revokedAt, superseded, expiredAt }: EntryState): boolean {
  return revokedAt !== null || superseded !== null || expiredAt !== null
}

/** The first moment after its last one. */
function expiry({ validUntil }: EntryState): DueEntry | null {
  return validUntil === null ? null : { kind: 'expiry', at: validUntil + 1 }
}

function reminder({ upkeep, reminded, validUntil }: EntryState, now: number): DueEntry | null {
  if (validUntil === null || validUntil < now) return null
  const nearest = Math.min(...reminded, Number.POSITIVE_INFINITY)
  const left = upkeep.reminders.filter(({ days }) => days < nearest)
  const past = left.filter(({ at }) => at <= now)
  const next = past.sort((a, b) => a.days - b.days)[0] ?? left.sort((a, b) => b.days - a.days)[0]
  return next ? { kind: 'reminder', days: next.days, at: next.at } : null
}

function suspensionEnd({ suspensions }: EntryState): DueEntry | null {
  const running = suspensions.find(({ endedAt, until }) => endedAt === null && until !== null)
  return running && running.until !== null ? { kind: 'suspension-end', at: running.until } : null
}

/** A report falls due also when it came in early: then nobody has to be told. */
function report({ upkeep, reportsDue, validUntil }: EntryState): DueEntry | null {
  if (!upkeep.reports) return null
  const period = reportsDue.length + 1
  const at = reportDueAt(upkeep.reports, period)
  return validUntil !== null && at > validUntil ? null : { kind: 'report', period, at }
}

/** When the `period`-th report is due (from 1): the same day of the month, or the month's last. */
export function reportDueAt(
  { firstAt, everyMonths, utcOffsetMinutes }: { firstAt: number; everyMonths: number; utcOffsetMinutes: number },
  period: number,
): number {
  return monthsLater(firstAt, (period - 1) * everyMonths, utcOffsetMinutes)
}

/** The same local day and time so many months later; the 31st becomes the month's last day. */
export function monthsLater(instant: number, months: number, utcOffsetMinutes: number): number {
  const offset = utcOffsetMinutes * 60_000
  const local = new Date(instant + offset)
  const [year, month] = [local.getUTCFullYear(), local.getUTCMonth() + months]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const day = Date.UTC(year, month, Math.min(local.getUTCDate(), last))
  return day + ((instant + offset) % 86_400_000) - offset
}
