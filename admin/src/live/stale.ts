import type { LiveChange } from './change.ts'

/** A task's change shows in its own page and lists, and in its case: status, timeline, whom it waits on. */
const shownIn: Record<LiveChange['resource'], readonly string[]> = {
  tasks: ['tasks', 'applications', 'tray', 'oversight/standing', 'oversight/time-left', 'oversight/tasks'],
}

/** Whether a cached answer (react-admin's key: resource, method, parameters) may have changed. No ids: anything may have. */
export function staleAfter(changes: readonly LiveChange[], [resource, method, params]: readonly unknown[]): boolean {
  return changes.some((change) => {
    if (!shownIn[change.resource]?.includes(String(resource))) return false
    if (change.ids.length === 0 || resource !== change.resource || method !== 'getOne') return true
    return change.ids.includes(String((params as { id?: unknown } | undefined)?.id))
  })
}
