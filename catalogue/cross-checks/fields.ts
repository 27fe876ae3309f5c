import { levelOf, type Regions } from '../regions.ts'
import { limits } from '../schema/common.ts'
import type { Field, FieldType } from '../schema/fields.ts'
import type { Report, ServiceContext } from './context.ts'

/** Each field can be answered: bounds leave room, patterns compile, regions are there. */
export function checkFields({ fields, pack, pathOf, report }: ServiceContext): void {
  if (fields.length > limits.fields)
    report('form', `has ${fields.length} fields; ${limits.fields} is the most`, 'ask for less')
  for (const field of fields) {
    checkField(field, pathOf(field.name), pack.regions, report)
    if (field.type !== 'group') continue
    if (field.min > field.max) report(`${pathOf(field.name)}.min`, `${field.min} is more than "max", ${field.max}`)
    for (const inner of field.fields) {
      const path = `${pathOf(field.name)}.fields[${inner.name}]`
      checkField(inner, path, pack.regions, report)
      if (inner.prefill) report(`${path}.prefill`, 'the profile fills no field of a group', 'drop "prefill"')
    }
  }
}

/** What a profile's property can fill. */
const fills: Record<string, readonly FieldType[]> = {
  nik: ['nik'],
  name: ['text'],
  phone: ['phone'],
  email: ['email'],
  village: ['region'],
}

const ranks = { province: 1, regency: 2, district: 3, village: 4 } as const

function checkField(field: Field, path: string, regions: Regions, report: Report): void {
  const ascending = (low: number | undefined, high: number | undefined, names: string) => {
    if (low !== undefined && high !== undefined && low > high)
      report(path, `${names} leave no room: ${low} is more than ${high}`)
  }
  if ('prefill' in field && field.prefill && !fills[field.prefill]?.includes(field.type)) {
    report(`${path}.prefill`, `the profile's "${field.prefill}" does not fill a field of type ${field.type}`)
  }
  switch (field.type) {
    case 'text':
      ascending(field.minLength, field.maxLength, '"minLength" and "maxLength"')
      if (field.pattern) checkPattern(field.pattern.expression, `${path}.pattern.expression`, report)
      return
    case 'longtext':
      ascending(field.minLength, field.maxLength, '"minLength" and "maxLength"')
      return
    case 'number':
    case 'money':
      ascending(field.minimum, field.maximum, '"minimum" and "maximum"')
      return
    case 'multi-choice':
      ascending(field.min, field.max, '"min" and "max"')
      ascending(field.min, field.choices.length, '"min" and the number of choices')
      return
    case 'date':
      if (
        field.notBefore &&
        field.notAfter &&
        field.notBefore !== 'today' &&
        field.notAfter !== 'today' &&
        field.notBefore > field.notAfter
      ) {
        report(path, `no date is from ${field.notBefore} to ${field.notAfter}`)
      }
      return
    case 'region':
      checkRegion(field, path, regions, report)
      return
    default:
      return
  }
}

function checkRegion(field: Extract<Field, { type: 'region' }>, path: string, regions: Regions, report: Report): void {
  const { within, level } = field
  if (!within) return
  const outer = levelOf(within)
  if (!regions.has(within) || !outer)
    report(`${path}.within`, `"${within}" is the code of no region`, 'such as "35.10" for Banyuwangi')
  else if (ranks[outer] >= ranks[level])
    report(`${path}.within`, `"${within}" is a ${outer}, and has no ${level} below it`)
}

export function checkPattern(expression: string, path: string, report: Report): void {
  try {
    new RegExp(`^(?:${expression})$`, 'u')
  } catch (error) {
    report(path, `is no pattern: ${error instanceof Error ? error.message : String(error)}`)
  }
}
