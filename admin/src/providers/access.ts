import type { Self } from './me.ts'

/** react-admin's resources in the permission table's words. */
const subjects: Record<string, string> = {
  tasks: 'task',
  tray: 'task',
  applications: 'application',
  services: 'service',
  messages: 'message',
  register: 'register',
  bills: 'bill',
  calls: 'call',
  mandates: 'mandate',
  absences: 'absence',
  calendars: 'calendar',
  rehearsals: 'rehearsal',
  'oversight/tasks': 'oversight',
  'oversight/overtakings': 'oversight',
}

/** Everybody may read their own applications, licences, bills and messages, in the portal; the lists here are for those with a desk. */
const needsDesk = new Set(['applications', 'messages', 'register', 'bills'])
/** Everybody may read them; a place in the menu have those who change them. */
const needsPublish = new Set(['calendars'])

/** Whether the menu and the routes show a resource; the API refuses for itself what it must. */
export function allows({ ability }: Pick<Self, 'ability'>, resource: string, action: string): boolean {
  const wanted = wantedOf(resource, action)
  if (needsDesk.has(resource) && !ability.can('read', 'task')) return false
  if (action === 'list' && needsPublish.has(resource)) return ability.can('publish', subjects[resource] ?? resource)
  return ability.can(wanted, subjects[resource] ?? resource)
}

/** A tray is for those who sign; whoever only reads its tasks has none. */
function wantedOf(resource: string, action: string): string {
  if (action !== 'list' && action !== 'show') return action
  return resource === 'tray' ? 'sign' : 'read'
}

/** Whether the back office has anything for this person: a role beyond the citizen's. */
export function hasOffice({ me }: Pick<Self, 'me'>): boolean {
  return me.memberships.some((membership) => membership.role !== 'citizen')
}
