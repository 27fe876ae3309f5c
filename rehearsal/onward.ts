import type { Decision } from '../domain/service.ts'

const onwards: readonly Decision[] = ['sign', 'approve', 'agree', 'acknowledge']

/** The decision by which a case goes on, out of those that a desk may take. Throws RangeError where there is none. */
export function onward(decisions: readonly Decision[]): Decision {
  const found = onwards.find((each) => decisions.includes(each)) ?? decisions[0]
  if (!found) throw new RangeError('a task without a decision')
  return found
}
