import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import { allSteps } from '../../catalogue/steps-of.ts'
import { desksOf } from '../case/words.ts'

/** Agencies that may see a case: the service's owner and every one that has a desk or issues in any of its tracks. */
export function agenciesOf(definition: ServiceDefinition): string[] {
  const desks = allSteps(definition).flatMap(desksOf)
  return [...new Set([definition.agency, ...desks.flatMap((desk) => ('agency' in desk ? desk.agency : []))])]
}
