import type { LiveChange } from './change.ts'

/** A change of a task or a case shows in these: a task's page carries its case, a case's page its tasks and timeline. */
const shownIn: Record<string, readonly string[]> = {
  tasks: ['tasks', 'applications'],
  applications: ['tasks', 'applications'],
  messages: ['messages'],
}

/** Whether a cached answer (react-admin's key: resource, method, parameters) may have changed. */
export function staleAfter(changes: readonly LiveChange[], [resource, method, params]: readonly unknown[]): boolean {
  return changes.some((change) => {
    if (!shownIn[change.resource]?.includes(String(resource))) return false
    if (resource !== change.resource || method !== 'getOne') return true
    return change.ids.includes(String((params as { id?: unknown } | undefined)?.id))
  })
}
