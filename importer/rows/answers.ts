import { fieldsOfForm, isRecord } from '../../catalogue/compile/conditions.ts'
import { validateAnswers } from '../../catalogue/compile/validate-answers.ts'
import type { Regions } from '../../catalogue/regions.ts'
import type { Field } from '../../catalogue/schema/fields.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import { readDate } from './moment.ts'
import type { Complaint } from './problem.ts'

type Answers = Record<string, unknown>

/** A spreadsheet's words as the form's types: "ya", "1.500.000", "1/10/2026", "a; b". What does not fit stays, to be refused. */
export function readAnswers(definition: ServiceDefinition, cells: Answers): Answers {
  return readFields(fieldsOfForm(definition), cells)
}

function readFields(fields: readonly Field[], cells: Answers): Answers {
  const byName = new Map<string, Field>(fields.map((field) => [field.name, field]))
  return Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => {
      const field = byName.get(name)
      return [name, field ? readCell(field, cell) : cell]
    }),
  )
}

function readCell(field: Field, cell: unknown): unknown {
  if (field.type === 'group')
    return Array.isArray(cell)
      ? cell.map((item: unknown) => (isRecord(item) ? readFields(field.fields, item) : item))
      : cell
  if (typeof cell !== 'string') return cell
  switch (field.type) {
    case 'number':
      return numberOf(cell.replace(',', '.')) ?? cell
    case 'money':
      return (
        numberOf(
          cell
            .replace(/^rp\.?\s*/i, '')
            .replace(/[.\s]/g, '')
            .replace(/,-?0*$/, ''),
        ) ?? cell
      )
    case 'yes-no':
      return yesOrNo(cell) ?? cell
    case 'date':
      return readDate(cell) ?? cell
    case 'multi-choice':
      return cell
        .split(/[;|]/)
        .map((one) => one.trim())
        .filter(Boolean)
    default:
      return cell
  }
}

function numberOf(text: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null
}

function yesOrNo(text: string): boolean | null {
  const plain = text.toLowerCase()
  if (['ya', 'iya', 'y', 'yes', 'true', '1'].includes(plain)) return true
  return ['tidak', 't', 'no', 'n', 'false', '0'].includes(plain) ? false : null
}

/** What a form asks for that an old register never knew. */
const lacks = new Set(['required', 'minItems'])

/**
 * Answers that are asked for, checked as the portal checks them on the day of filing. A closed case may lack some: its
 * register did not ask.
 */
export function checkAnswers(
  definition: ServiceDefinition,
  answers: Answers,
  around: { field: string; today: string; regions: Regions; closed: boolean },
): { answers: Answers; complaints: Complaint[] } {
  const checked = validateAnswers(definition, answers, 'en', around)
  const complaints = checked.errors
    .filter(({ code }) => !(around.closed && lacks.has(code)))
    .map(({ field, message }): Complaint => ({ field: `${around.field}.${field}`, what: message, mend: null }))
  return { answers: checked.answers, complaints }
}
