import { grants, type HeldRole, type Scope } from '../../domain/policy/index.ts'
import type { Role } from '../../domain/service.ts'
import type { TaskRecord } from '../../models/case/task.ts'
import type { SignedIn } from '../request.ts'

type Desk = Record<string, unknown>

/**
 * The part of what a person may read that is their inbox: the desks where they sit (role and place, also where a task was
 * escalated to their role, under a mandate of its services alone), whoever holds the task. Those who watch over desks
 * (supervisor, admin) get all of it. Only ever narrows: it stands beside the filter of the permission table, never in its place.
 */
export function deskFilter({ memberships }: SignedIn): Record<string, unknown> {
  if (memberships.some(watches)) return {}
  const desks = memberships.filter(({ role }) => may(role, 'decide')).flatMap(deskOf)
  const [only] = desks
  return desks.length === 1 && only ? only : { $or: desks.length > 0 ? desks : [{ roles: { $in: [] } }] }
}

/** Roles whose holders may decide the task: its own, and those it was escalated to that decide for others. */
export function decidingRoles({ role, roles }: Pick<TaskRecord, 'role' | 'roles'>): Role[] {
  return [...new Set(roles)].filter((each) => (each === role ? may(each, 'decide') : may(each, 'decide', 'desk')))
}

const watches = ({ role }: HeldRole) => may(role, 'assign') || (may(role, 'read') && !may(role, 'decide'))

function may(role: Role, action: 'read' | 'assign' | 'decide', within?: Scope): boolean {
  return grants.some(
    (grant) =>
      grant.on === 'task' &&
      grant.role === role &&
      (within === undefined || grant.within === within) &&
      grant.may.some((one) => one === action),
  )
}

function deskOf({ role, agency, village, mandate }: HeldRole): Desk[] {
  const limits = mandate?.services ? { service: { $in: mandate.services } } : {}
  if (agency !== null) return [{ agency, roles: role, ...limits }]
  return village === null ? [] : [{ village, roles: role, ...limits }]
}
