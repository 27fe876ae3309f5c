import { grants, type HeldRole } from '../../domain/policy/index.ts'
import type { Role } from '../../domain/service.ts'
import type { SignedIn } from '../request.ts'

type Desk = Record<string, string>

/**
 * The part of what a person may read that is their inbox: the desks where they sit (role and place, also where a task was
 * escalated to their role), whoever holds the task. Those who decide nowhere but may read (supervisor, admin) get all of
 * it. Only ever narrows: it stands beside the filter of the permission table, never in its place.
 */
export function deskFilter({ memberships }: SignedIn): Record<string, unknown> {
  if (memberships.some(readsWithoutDeciding)) return {}
  const desks = memberships.filter(({ role }) => sitsAtDesk(role)).flatMap(deskOf)
  const [only] = desks
  return desks.length === 1 && only ? only : { $or: desks.length > 0 ? desks : [{ roles: { $in: [] } }] }
}

/** A supervisor, to whom a task was escalated, watches and reassigns it; deciding is for those whose desk it is. */
export const sitsAtDesk = (role: Role) => may(role, 'decide')

const readsWithoutDeciding = ({ role }: HeldRole) => may(role, 'read') && !may(role, 'decide')

function may(role: Role, action: 'read' | 'decide'): boolean {
  return grants.some((grant) => grant.on === 'task' && grant.role === role && grant.may.some((one) => one === action))
}

function deskOf({ role, agency, village }: HeldRole): Desk[] {
  if (agency !== null) return [{ agency, roles: role }]
  return village === null ? [] : [{ village, roles: role }]
}
