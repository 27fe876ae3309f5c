import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import { deskOf } from '../case/words.ts'

/** Agencies that may see a case: the service's owner and every one that has a desk or issues in any of its tracks. */
export function agenciesOf({ agency, steps, rejection, deemed }: ServiceDefinition): string[] {
  const desks = [...steps, ...rejection, ...deemed].map(deskOf)
  return [...new Set([agency, ...desks.flatMap((desk) => (desk && 'agency' in desk ? desk.agency : []))])]
}
