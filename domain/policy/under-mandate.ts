import { type MandateAct, mandateActs, withheldBy } from '../authority/mandate.ts'
import type { Action, Condition, HeldRole, Resource } from './vocabulary.ts'

/** What a stand-in may not do although the official may: the law keeps it back, or the letter does. */
export function withholds({ mandate }: HeldRole, resource: Resource, action: Action): boolean {
  if (!mandate) return false
  if (resource === 'mandate') return action !== 'read'
  return (
    (resource === 'register' || resource === 'task') && isMandateAct(action) && withheldBy(mandate).includes(action)
  )
}

/**
 * A mandate for some services opens what is to be read as the office does, and lets its holder act on those alone: what
 * belongs to no service they do not touch.
 */
export function limitedTo({ mandate }: HeldRole, resource: Resource, action: Action): Condition {
  if (!mandate?.services || isReading(resource, action)) return {}
  return { service: { $in: mandate.services } }
}

/** To find is to read, and figures are the same as a file. */
const isReading = (resource: Resource, action: Action) =>
  action === 'read' || action === 'search' || (resource === 'oversight' && action === 'export')

const isMandateAct = (action: Action): action is Action & MandateAct =>
  (mandateActs as readonly string[]).includes(action)
