import type { Register } from '../schema/documents.ts'
import { once } from './codes.ts'
import { among, type ServiceContext } from './context.ts'
import { stepsWithPaths } from './tracks.ts'

/** What is public is not what identifies or reaches a person. */
const neverPublic = new Set(['nik', 'phone', 'email', 'file', 'group'])

/** Registers make public what may be, and ask of their licences only what those can give. */
export function checkRegisters(context: ServiceContext): void {
  const { definition, report } = context
  for (const register of definition.registers) {
    checkPublic(context, register)
    checkUpkeep(context, register)
    checkRenewal(context, register)
    checkRevocation(context, register)
  }
  for (const { step, path } of stepsWithPaths(definition)) {
    if (step.kind === 'register' && !definition.registers.some(({ code }) => code === step.register)) {
      report(
        `${path}.register`,
        `"${step.register}" is none of the service's registers`,
        among(definition.registers.map(({ code }) => code)),
      )
    }
  }
}

function checkPublic({ fields, report }: ServiceContext, { code, publicAnswers }: Register): void {
  for (const name of publicAnswers) {
    const field = fields.find((one) => one.name === name)
    const path = `registers[${code}].publicAnswers`
    if (!field) report(path, `the form has no field "${name}"`, among(fields.map((one) => one.name)))
    else if (neverPublic.has(field.type)) report(path, `"${name}" is ${field.type}, which no register makes public`)
  }
}

/** Only what ends can be reminded of, and a reminder comes while the licence stands. */
function checkUpkeep({ definition, report }: ServiceContext, { code, reminders }: Register): void {
  if (!reminders) return
  const path = `registers[${code}].reminders`
  once(reminders.map(String), path, 'reminder', report)
  const ends = documentsOf(definition, code).flatMap((document) =>
    document.kind === 'external' || !document.validity ? [] : [document.validity],
  )
  if (ends.length === 0)
    report(
      path,
      'what the register holds has no end to remind of',
      'give its document a "validity", or drop "reminders"',
    )
  for (const { amount, unit } of ends) {
    const days = amount * { years: 365, months: 28, days: 1 }[unit]
    const early = reminders.filter((each) => each >= days)
    if (early.length > 0) report(path, `${early.join(', ')} days before the end is before the licence begins`)
  }
}

function checkRenewal({ fields, report }: ServiceContext, { code, renewal }: Register): void {
  if (!renewal) return
  const path = `registers[${code}].renewal`
  for (const [name, value] of Object.entries(renewal.answers)) {
    const field = fields.find((one) => one.name === name)
    if (!field) report(`${path}.answers`, `the form has no field "${name}"`, among(fields.map((one) => one.name)))
    else if ('choices' in field && !field.choices.some((choice) => choice.value === value))
      report(
        `${path}.answers`,
        `"${name}" has no choice "${value}"`,
        among(field.choices.map((choice) => choice.value)),
      )
  }
  const { number } = renewal
  if (number === undefined) return
  const field = fields.find((one) => one.name === number)
  if (!field) report(`${path}.number`, `the form has no field "${number}"`, among(fields.map((one) => one.name)))
  else if (field.type !== 'text') report(`${path}.number`, `"${number}" is ${field.type}, not a text`)
}

function checkRevocation({ definition, report }: ServiceContext, { code, revocation }: Register): void {
  if (revocation === undefined) return
  const letters = definition.documents.filter(({ kind }) => kind === 'revocation').map((document) => document.code)
  if (!letters.includes(revocation))
    report(
      `registers[${code}].revocation`,
      `"${revocation}" is no document of kind "revocation"`,
      letters.length > 0 ? among(letters) : 'add one to "documents"',
    )
}

/** What the register's steps put into it. */
function documentsOf(definition: ServiceContext['definition'], register: string) {
  const codes = stepsWithPaths(definition).flatMap(({ step }) =>
    step.kind === 'register' && step.register === register ? [step.document] : [],
  )
  return definition.documents.filter(({ code }) => codes.includes(code))
}
