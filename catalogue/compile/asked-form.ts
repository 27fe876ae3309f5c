import type { z } from 'zod'
import type { LocalText } from '../schema/common.ts'
import type { Field } from '../schema/fields.ts'
import type { BranchStep, Seat } from '../schema/steps.ts'
import type { FormDefinition } from './form-definition.ts'

type Step = BranchStep | { kind: 'parallel' }

/** What a step asks of the officer besides the decision, as a form of one page; null where it asks nothing. */
export function askedForm(step: Step, seat?: string): FormDefinition | null {
  const asked = fieldsAsked(step, seat)
  return asked ? formOf(asked.code, asked.name, asked.fields) : null
}

function fieldsAsked(step: Step, seat: string | undefined): { code: string; name: LocalText; fields: Field[] } | null {
  if (step.kind === 'inspect') return { code: step.code, name: step.name, fields: step.checklist }
  if (step.kind !== 'consult') return null
  const asked: z.infer<typeof Seat> | undefined = step.panel.find(({ code }) => code === seat)
  return asked?.questions ? { code: `${step.code}-${asked.code}`, name: asked.name, fields: asked.questions } : null
}

/** The same form for the same fields: its validator is compiled once. */
const known = new WeakMap<Field[], FormDefinition>()

function formOf(code: string, title: LocalText, fields: Field[]): FormDefinition {
  const form = known.get(fields) ?? { code, conditions: {}, form: [{ code: 'isian', title, fields }] }
  known.set(fields, form)
  return form
}
