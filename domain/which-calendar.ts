import type { Desk } from './service.ts'

/** Which calendars a regency's offices name, by code. */
export type OfficeCalendars = {
  /** Everybody's who names none; null where the regency names none either. */
  regency: string | null
  /** Code under which all village offices stand as one. */
  villages: string
  /** By code of the agency, or of the village offices; one that names none is absent. */
  offices: ReadonlyMap<string, string>
}

/** Whose time a clock counts: the desk it waits on, or the agency that answers for it. */
export type ClockOwner = Desk | { agency: string }

/**
 * The calendar that counts a clock: the one its rule names (empty where it names none); else that of the office whose clock
 * it is; else the regency's; null where nobody names one. Asked once, when a service is read or a step is added: what a
 * clock was started with stays on its timeline, whatever offices name later.
 */
export function calendarOfClock(named: string, owner: ClockOwner, calendars: OfficeCalendars): string | null {
  if (named !== '') return named
  return calendars.offices.get(officeOf(owner, calendars.villages)) ?? calendars.regency
}

/** The owner's code in `agencies.json`; `villages` is the one of all village offices. */
export function officeOf(owner: ClockOwner, villages: string): string {
  return 'agency' in owner ? owner.agency : villages
}
