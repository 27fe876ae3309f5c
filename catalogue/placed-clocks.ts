import type { ClockOwner } from '../domain/which-calendar.ts'
import { stepsWithPaths } from './cross-checks/tracks.ts'
import type { Step } from './schema/steps.ts'
import type { ServiceDefinition } from './service-schema.ts'

/** What a calendar counts in a service's file, where it stands, and whose time it is; `clock` is the definition's own. */
export type PlacedClock = { clock: { calendar: string }; path: string; owner: ClockOwner }

/**
 * Every clock of a service. A desk's is its office's, and a call's that of the agency whose delay it is; the whole term, what
 * the applicant has time for, and what waits for a day alone are counted by the agency that answers for the service.
 */
export function placedClocks(definition: ServiceDefinition): PlacedClock[] {
  const owner = { agency: definition.agency }
  const { term, correction, appeal } = definition
  return [
    ...(term ? [{ clock: term, path: 'term', owner }] : []),
    ...stepsWithPaths(definition).flatMap(({ step, path }) => ofStep(step, path, owner)),
    ...(correction ? [{ clock: correction, path: 'correction', owner }] : []),
    ...(appeal ? [{ clock: appeal, path: 'appeal', owner }] : []),
  ]
}

function ofStep(step: Step, path: string, service: ClockOwner): PlacedClock[] {
  switch (step.kind) {
    case 'consult':
      return step.panel.map(({ code, clock, desk }) => ({ clock, path: `${path}.panel[${code}].clock`, owner: desk }))
    case 'review':
    case 'sign':
    case 'inspect':
      return [{ clock: step.clock, path: `${path}.clock`, owner: step.desk }]
    case 'call':
      return [{ clock: step.clock, path: `${path}.clock`, owner: { agency: step.agency } }]
    case 'pay':
    case 'wait':
      return [{ clock: step.clock, path: `${path}.clock`, owner: service }]
    default:
      return []
  }
}
