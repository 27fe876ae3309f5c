import type { CalendarUsers } from '../../../contracts/calendars.ts'

/** What there is to say of a calendar's users on one line: kinds with how many of each, none left at nothing. */
export function usersInShort({ regency, offices, servicePoints, services }: CalendarUsers) {
  const counts = [
    { kind: 'offices', count: offices.length },
    { kind: 'points', count: servicePoints.length },
    { kind: 'services', count: services.length },
  ] as const
  return { regency, counts: counts.filter(({ count }) => count > 0) }
}
