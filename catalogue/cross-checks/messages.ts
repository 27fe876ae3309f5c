import { type AnyTrigger, allTriggers } from '../../domain/service.ts'
import { type Message, messagePlaceholders } from '../schema/messages.ts'
import type { Report, ServiceContext } from './context.ts'
import { stepsWithPaths } from './tracks.ts'

/** Whoever must be told is told, and texts ask only for what is known. */
export function checkMessages({ definition, pack, report }: ServiceContext): void {
  const { messages } = definition
  for (const trigger of allTriggers) {
    const message = messages[trigger]
    if (message === 'shared') {
      if (pack.messages && !pack.messages[trigger])
        report(`messages.${trigger}`, 'the pack shares no such message', 'write it in messages.json, or here')
    } else if (message) {
      checkMessage(message, `messages.${trigger}`, report)
    }
  }
  for (const [trigger, why] of needed(definition)) {
    if (!messages[trigger])
      report(`messages.${trigger}`, `is missing, though ${why}`, `write "${trigger}": "shared", or a text of its own`)
  }
  for (const { step, path } of stepsWithPaths(definition)) {
    if (step.kind === 'notify' && !messages[step.message]) {
      report(`${path}.message`, `the service has no message "${step.message}"`)
    }
  }
}

function needed(definition: ServiceContext['definition']): [AnyTrigger, string][] {
  const steps = stepsWithPaths(definition).map(({ step }) => step)
  const can = (decision: string) =>
    steps.some((step) => 'decisions' in step && step.decisions.some((one) => one === decision))
  const deems = definition.term?.rungs.some(({ actions }) => actions.some(({ kind }) => kind === 'deem'))
  return [
    ['received', 'every applicant is told that the application has come in'],
    ['approved', 'every applicant is told of an approval'],
    ...(can('return') ? [['returned', 'a step can return the application'] satisfies [AnyTrigger, string]] : []),
    ...(can('reject') ? [['rejected', 'a step can reject the application'] satisfies [AnyTrigger, string]] : []),
    ...(steps.some(({ kind }) => kind === 'inspect')
      ? [['inspection', 'an officer comes to see'] satisfies [AnyTrigger, string]]
      : []),
    ...(steps.some(({ kind }) => kind === 'pay')
      ? ([
          ['bill', 'the applicant has to pay'],
          ['paid', 'the applicant gets a receipt'],
        ] satisfies [AnyTrigger, string][])
      : []),
    ...((definition.lapse ?? []).length > 0
      ? ([
          ['reminded', 'the applicant can let the case lapse'],
          ['lapsed', 'a case can lapse'],
        ] satisfies [AnyTrigger, string][])
      : []),
    ...(deems ? [['deemed', 'silence can approve the application'] satisfies [AnyTrigger, string]] : []),
    ...definition.registers.flatMap(neededBy),
  ]
}

/** A register that reminds, asks or revokes has something to say to the holder. */
function neededBy({ code, reminders, report, revocation }: ServiceContext['definition']['registers'][number]) {
  const all: [AnyTrigger, string][] = []
  if (reminders) all.push(['licence-ending', `the register "${code}" reminds`])
  if (report) all.push(['report-due', `the register "${code}" asks for reports`])
  if (revocation) all.push(['licence-revoked', `the register "${code}" revokes`])
  return all
}

const known: ReadonlySet<string> = new Set(messagePlaceholders)

export function checkMessage(message: Message, path: string, report: Report): void {
  for (const part of ['subject', 'text'] as const) {
    for (const language of ['id', 'en'] as const) {
      const text = message[part][language]
      const place = `${path}.${part}.${language}`
      for (const [, name] of text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)) {
        if (name === undefined || !known.has(name))
          report(place, `{{${name}}} is nothing a message can speak of`, `there is ${messagePlaceholders.join(', ')}`)
      }
      if (/\{\{|\}\}/.test(text.replace(/\{\{[^{}]*\}\}/g, ''))) report(place, 'has a brace that stands alone')
    }
  }
}
