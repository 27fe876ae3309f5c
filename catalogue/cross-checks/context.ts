import type { z } from 'zod'
import type { LetterTemplate } from '../../domain/letter.ts'
import type { Calendar } from '../../domain/working-time/index.ts'
import { fieldsOfForm } from '../compile/conditions.ts'
import type { Problem } from '../pack/problem.ts'
import type { Regions } from '../regions.ts'
import type { Field } from '../schema/fields.ts'
import type { Kpis } from '../schema/kpis.ts'
import type { SharedMessages } from '../schema/messages.ts'
import type { Agencies, ServicePoints } from '../schema/offices.ts'
import type { DemoPeople } from '../schema/people.ts'
import type { Regency } from '../schema/regency.ts'
import type { ServiceDefinition } from '../service-schema.ts'

/** What could be parsed; undefined parts had problems of their own. */
export type PackParts = {
  regency: Regency | undefined
  offices: z.infer<typeof Agencies> | undefined
  points: z.infer<typeof ServicePoints> | undefined
  messages: z.infer<typeof SharedMessages> | undefined
  kpis: z.infer<typeof Kpis> | undefined
  people: z.infer<typeof DemoPeople> | undefined
  calendars: Calendar[]
  letters: LetterTemplate[]
  services: ServiceDefinition[]
  /** Files with problems already told: what they would have said is not called missing. */
  unreadable: ReadonlySet<string>
  regions: Regions
}

export type Report = (path: string, message: string, mend?: string) => void

/** A service under inspection, and where its problems go. */
export type ServiceContext = {
  definition: ServiceDefinition
  pack: PackParts
  fields: Field[]
  /** `form[data-diri].fields[nomorStr]`. */
  pathOf(field: string): string
  report: Report
}

export function serviceContext(definition: ServiceDefinition, pack: PackParts, problems: Problem[]): ServiceContext {
  return {
    definition,
    pack,
    fields: fieldsOfForm(definition),
    pathOf: (field) => {
      const page = definition.form.find(({ fields }) => fields.some(({ name }) => name === field))
      return `form[${page?.code}].fields[${field}]`
    },
    report: (path, message, mend) =>
      problems.push({
        file: `services/${definition.code}.json`,
        service: definition.code,
        path,
        message,
        ...(mend && { mend }),
      }),
  }
}

/** "there is a, b, c" for a mend. */
export function among(names: Iterable<string>): string {
  const all = [...names]
  return all.length === 0
    ? 'there is none yet'
    : `there is ${all.slice(0, 12).join(', ')}${all.length > 12 ? ', …' : ''}`
}
