import type { ServiceDefinition } from '../service-schema.ts'
import { allSteps } from '../steps-of.ts'

/** Whether a service's cases are its village's: nobody but the village decides in them. */
export function isVillageService(
  definition: Pick<ServiceDefinition, 'steps' | 'rejection' | 'deemed' | 'lapse'>,
): boolean {
  const desks = allSteps(definition).flatMap((step) => {
    if (step.kind === 'consult') return step.panel.map(({ desk }) => desk)
    return 'desk' in step ? [step.desk] : []
  })
  return desks.length > 0 && desks.every((desk) => 'village' in desk)
}
