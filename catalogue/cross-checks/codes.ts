import { tracks } from '../../domain/service.ts'
import { allSteps, flatStepsOf, trackProperty } from '../steps-of.ts'
import type { Report, ServiceContext } from './context.ts'

/** What is called by its code is called so once. */
export function checkCodes({ definition, fields, pathOf, report }: ServiceContext): void {
  const { form, requiredDocuments, fees, documents, registers } = definition
  const codes = (entries: readonly { code: string }[]) => entries.map(({ code }) => code)
  once(codes(form), 'form', 'page', report)
  once(
    fields.map(({ name }) => name),
    'form',
    'field',
    report,
  )
  once(codes(requiredDocuments), 'requiredDocuments', 'document', report)
  once(codes(fees), 'fees', 'fee', report)
  once(codes(documents), 'documents', 'document', report)
  once(codes(registers), 'registers', 'register', report)
  for (const track of tracks) once(codes(flatStepsOf(definition, track)), trackProperty(track), 'step', report)
  for (const step of allSteps(definition)) {
    if (step.kind === 'consult') once(codes(step.panel), `${step.code}.panel`, 'seat', report)
    if (step.kind === 'parallel') once(codes(step.branches), `${step.code}.branches`, 'branch', report)
  }
  for (const field of fields) {
    if (field.type === 'group')
      once(
        field.fields.map(({ name }) => name),
        `${pathOf(field.name)}.fields`,
        'field',
        report,
      )
    for (const one of [field, ...(field.type === 'group' ? field.fields : [])]) {
      if ('choices' in one)
        once(
          one.choices.map(({ value }) => value),
          `${pathOf(field.name)}.choices`,
          'choice',
          report,
        )
    }
  }
}

export function once(names: readonly string[], path: string, what: string, report: Report): void {
  for (const name of new Set(names.filter((one, at) => names.indexOf(one) !== at))) {
    report(path, `the ${what} "${name}" is there twice`, 'give each its own')
  }
}
