import { type Condition, leavesOf } from '../../domain/conditions.ts'
import type { Field } from '../schema/fields.ts'
import { among, type Report, type ServiceContext } from './context.ts'
import { stepsWithPaths } from './tracks.ts'

/** A condition looks at fields that exist, in a way that suits them, and a `when` names a condition. */
export function checkConditions(context: ServiceContext): void {
  const { definition, fields, report } = context
  const { conditions } = definition
  for (const [code, condition] of Object.entries(conditions)) {
    checkCondition(condition, fields, `conditions.${code}`, report)
  }
  const codeExists = (when: string | undefined, path: string) => {
    if (when !== undefined && !Object.hasOwn(conditions, when)) {
      report(`${path}.when`, `"${when}" is none of the conditions`, among(Object.keys(conditions)))
    }
  }
  for (const { step, path } of stepsWithPaths(definition)) {
    codeExists(step.when, path)
    if (step.kind === 'consult') for (const seat of step.panel) codeExists(seat.when, `${path}.panel[${seat.code}]`)
  }
  for (const document of definition.requiredDocuments) codeExists(document.when, `requiredDocuments[${document.code}]`)
  for (const fee of definition.fees) codeExists(fee.when, `fees[${fee.code}]`)
  fields.forEach((field, at) => {
    const path = context.pathOf(field.name)
    const before = fields.slice(0, at)
    if (typeof field.when === 'string') {
      codeExists(field.when, path)
      const condition = Object.hasOwn(conditions, field.when) ? conditions[field.when] : undefined
      if (condition) checkOrder(condition, before, fields, `${path}.when`, report)
    } else if (field.when) {
      checkCondition(field.when, fields, `${path}.when`, report)
      checkOrder(field.when, before, fields, `${path}.when`, report)
    }
    if (field.type === 'group') checkGroup(field, path, report)
  })
}

function checkGroup(group: Extract<Field, { type: 'group' }>, path: string, report: Report): void {
  group.fields.forEach((inner, at) => {
    const place = `${path}.fields[${inner.name}].when`
    if (typeof inner.when === 'string') {
      report(
        place,
        'inside a group a condition is written out',
        `such as {"field": "${group.fields[0]?.name}", "is": "…"}, over the fields beside it`,
      )
    } else if (inner.when) {
      checkCondition(inner.when, group.fields, place, report)
      checkOrder(inner.when, group.fields.slice(0, at), group.fields, place, report)
    }
  })
}

/** Forms are answered from the top, and what is asked must not turn on what comes later. */
function checkOrder(
  condition: Condition,
  before: readonly Field[],
  all: readonly Field[],
  path: string,
  report: Report,
): void {
  for (const { field } of leavesOf(condition)) {
    if (all.some(({ name }) => name === field) && !before.some(({ name }) => name === field)) {
      report(path, `depends on "${field}", which is asked later or is the field itself`, `move "${field}" further up`)
    }
  }
}

function checkCondition(condition: Condition, fields: readonly Field[], path: string, report: Report): void {
  for (const leaf of leavesOf(condition)) {
    const field = fields.find(({ name }) => name === leaf.field)
    if (!field) {
      report(
        path,
        `names the field "${leaf.field}", which the form does not have`,
        among(fields.map(({ name }) => name)),
      )
      continue
    }
    if ('is' in leaf) checkValue(leaf.is, field, path, report)
    if ('in' in leaf) for (const value of leaf.in) checkValue(value, field, path, report)
    if (
      'includes' in leaf &&
      !(field.type === 'multi-choice' && field.choices.some(({ value }) => value === leaf.includes))
    ) {
      report(
        path,
        `"includes" asks for the choice "${leaf.includes}" of "${field.name}", which is ${field.type} and has no such choice`,
      )
    }
    if (('atLeast' in leaf || 'atMost' in leaf) && field.type !== 'number' && field.type !== 'money') {
      report(path, `"atLeast" and "atMost" compare numbers, but "${field.name}" is ${field.type}`)
    }
  }
}

function checkValue(value: string | number | boolean, field: Field, path: string, report: Report): void {
  if (field.type === 'choice') {
    if (!field.choices.some((choice) => choice.value === value)) {
      report(
        path,
        `${JSON.stringify(value)} is no choice of "${field.name}"`,
        among(field.choices.map((choice) => choice.value)),
      )
    }
    return
  }
  const wanted = { 'yes-no': 'boolean', number: 'number', money: 'number' }[field.type as string] ?? 'string'
  if (field.type === 'group' || field.type === 'multi-choice') {
    report(path, `"${field.name}" is ${field.type} and equals nothing`, 'use "includes" or "answered"')
  } else if (typeof value !== wanted) {
    report(path, `compares "${field.name}", which is ${field.type}, with ${JSON.stringify(value)}`)
  }
}
