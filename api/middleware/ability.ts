import { createMongoAbility, type ForcedSubject, type MongoAbility, subject } from '@casl/ability'
import { type PackRule, packRules } from '@casl/ability/extra'
import { accessibleBy } from '@casl/mongoose'
import type { Request } from 'express'
import {
  type Action,
  type ActionsOf,
  type HeldRole,
  type PolicyRule,
  type Resource,
  rulesFor,
} from '../../domain/policy/index.ts'
import { forbidden, unauthenticated } from '../errors/problems.ts'
import type { SignedIn } from '../request.ts'

export type Ability = MongoAbility<[Action, Resource | ForcedSubject<Resource>]>

/** A MongoDB filter that lets through what the person may; combine it with `$and`, never by spreading. */
export type AccessFilter = Record<string, unknown>

export function abilityOf(account: string, held: readonly HeldRole[]): Ability {
  return createMongoAbility<Ability>(rulesFor(account, held))
}

/** Who asks: a request, or somebody whose work goes on without one. */
export type Asking = Pick<Request, 'person'>

/** The signed-in person; throws the 401 problem for anybody else. */
export function signedIn(request: Asking): SignedIn {
  if (!request.person) throw unauthenticated()
  return request.person
}

/**
 * The filter of what the person may do this to. Throws 401 without a session, and 403 where their roles may never do it;
 * what lies outside their jurisdiction is simply not found, so that its existence does not show.
 */
export function authorise<R extends Resource>(request: Asking, action: ActionsOf[R], resource: R): AccessFilter {
  const { ability } = signedIn(request)
  if (!ability.can(action, resource)) throw forbidden()
  return accessibleBy(ability, action).ofType(resource)
}

/** Whether the person may do this to the document in hand. False for anybody not signed in. */
export function allows<R extends Resource>(
  person: SignedIn | null,
  action: ActionsOf[R],
  resource: R,
  document: object,
): boolean {
  return person?.ability.can(action, subject(resource, { ...document })) ?? false
}

/** CASL's packed rules, for the screens to hide by. */
export function packAbility(ability: Ability): PackRule<PolicyRule>[] {
  return packRules<PolicyRule>(ability.rules as PolicyRule[])
}
