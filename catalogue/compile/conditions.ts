import { type Answers, type Condition, holds } from '../../domain/conditions.ts'
import type { Field } from '../schema/fields.ts'
import type { ServiceDefinition } from '../service-schema.ts'

import type { FormDefinition } from './form-definition.ts'

type Conditions = ServiceDefinition['conditions']

/** The definition's conditions over `answers`; answers to fields that are not asked for count as not given. */
export function evaluateConditions(definition: ServiceDefinition, answers: Answers): Record<string, boolean> {
  const asked = askedAnswers(definition, answers)
  return Object.fromEntries(
    Object.entries(definition.conditions).map(([code, condition]) => [code, holds(condition, asked)]),
  )
}

/**
 * `answers` without those to fields that are not asked for. Whoever changes an earlier answer leaves later ones behind; they
 * are dropped, not refused. Names that are no fields stay, so that the schema refuses them.
 */
export function askedAnswers(definition: FormDefinition, answers: Answers): Record<string, unknown> {
  return asked(fieldsOfForm(definition), answers, definition.conditions)
}

/** A field's condition looks only at fields before it, so one pass from the top decides them all. */
function asked(fields: readonly Field[], answers: Answers, conditions: Conditions): Record<string, unknown> {
  const names = new Set<string>(fields.map(({ name }) => name))
  const kept: Record<string, unknown> = {}
  for (const field of fields) {
    if (!Object.hasOwn(answers, field.name)) continue
    const condition = conditionOf(field, conditions)
    if (condition && !holds(condition, kept)) continue
    const answer = answers[field.name]
    kept[field.name] = field.type === 'group' ? askedItems(field, answer) : answer
  }
  return Object.fromEntries([...Object.entries(kept), ...Object.entries(answers).filter(([name]) => !names.has(name))])
}

function askedItems(group: Extract<Field, { type: 'group' }>, items: unknown): unknown {
  if (!Array.isArray(items)) return items
  return items.map((item: unknown) => (isRecord(item) ? asked(group.fields, item, {}) : item))
}

export function fieldsOfForm({ form }: Pick<ServiceDefinition, 'form'>): Field[] {
  return form.flatMap((page) => page.fields)
}

export function conditionOf({ when }: Pick<Field, 'when'>, conditions: Conditions): Condition | undefined {
  return typeof when === 'string' ? conditions[when] : when
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
