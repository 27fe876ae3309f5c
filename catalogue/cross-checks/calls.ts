import { outsideOperations } from '../../domain/outside/operations.ts'
import type { Step } from '../schema/steps.ts'
import { among, type ServiceContext } from './context.ts'
import { stepsWithPaths } from './tracks.ts'

/** Calls and filings by hand name a system that Lontar speaks to, and the form asks for what the operation needs. */
export function checkCalls(context: ServiceContext): void {
  for (const { step, path } of stepsWithPaths(context.definition)) checkStep(context, step, path)
  checkReports(context)
}

function checkStep({ definition, fields, report }: ServiceContext, step: Step, path: string): void {
  if (step.kind === 'review' && step.filesIn && !outsideOperations[step.filesIn])
    report(`${path}.filesIn`, `"${step.filesIn}" is no outside system`, among(Object.keys(outsideOperations)))
  if (step.kind !== 'call') return
  const operations = outsideOperations[step.system]
  if (!operations) {
    report(`${path}.system`, `"${step.system}" is no outside system`, among(Object.keys(outsideOperations)))
    return
  }
  const operation = operations[step.operation]
  if (!operation) {
    report(`${path}.operation`, `"${step.system}" knows no "${step.operation}"`, among(Object.keys(operations)))
    return
  }
  const names = new Set(fields.map(({ name }) => name))
  for (const need of operation.needs)
    if (!names.has(need))
      report(`${path}.operation`, `"${step.operation}" needs the answer "${need}"`, `add the field to "form"`)
  if (definition.issuer !== 'external' && step.document)
    report(`${path}.document`, 'only a service whose issuer is "external" gets its document from outside')
}

function checkReports({ definition: { reports }, fields, report }: ServiceContext): void {
  if (!reports) return
  const { system: _system, ...needed } = reports
  const names = fields.map(({ name }) => name)
  for (const [part, field] of Object.entries(needed))
    if (!names.includes(field)) report(`reports.${part}`, `"${field}" is no field of the form`, among(names))
}
