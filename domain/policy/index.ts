export { grants } from './grants.ts'
export { rulesFor } from './rules-for.ts'
export type { Action, ActionsOf, Condition, Grant, HeldRole, PolicyRule, Resource, Scope } from './vocabulary.ts'
export { resources, scopes } from './vocabulary.ts'
