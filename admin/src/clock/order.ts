import type { Clock } from '../../../contracts/clock.ts'

/** What still counts comes first, the service's term before the tasks' clocks; then what is over, latest first. */
export function inOrder(clocks: readonly Clock[]): Clock[] {
  const rank = ({ id, state }: Clock) => (state === 'stopped' ? 2 : 0) + (id === 'term' ? 0 : 1)
  return [...clocks].sort((a, b) => rank(a) - rank(b) || b.startedAt.localeCompare(a.startedAt))
}
