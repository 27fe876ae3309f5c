import { writtenComponents } from '../schema/standard.ts'
import type { ServiceContext } from './context.ts'

/** The service standard is whole (UU 25/2009 art 21): what the service leaves out, its agency says. */
export function checkStandard({ definition, pack, report }: ServiceContext): void {
  if (!pack.offices) return
  const offices = [...pack.offices.agencies, pack.offices.villages]
  const agency = offices.find(({ code }) => code === definition.agency)
  if (!agency) return
  for (const component of writtenComponents) {
    if (!definition.standard[component] && !agency.standard[component]) {
      report(
        `standard.${component}`,
        'is said neither here nor by the agency',
        `write it here, or once for all in agencies.json at "${agency.code}"`,
      )
    }
  }
}
