import type { Track } from '../../domain/service.ts'
import type { Step } from '../schema/steps.ts'
import type { ServiceDefinition } from '../service-schema.ts'
import type { ServiceContext } from './context.ts'

const properties = { main: 'steps', rejection: 'rejection', deemed: 'deemed' } as const satisfies Record<
  Track,
  keyof ServiceDefinition
>

export type PlacedStep = { step: Step; track: Track; path: string }

/** Every step of every track with its place in the file. */
export function stepsWithPaths(definition: ServiceDefinition): PlacedStep[] {
  return (['main', 'rejection', 'deemed'] as const).flatMap((track) =>
    definition[properties[track]].map((step) => ({ step, track, path: `${properties[track]}[${step.code}]` })),
  )
}

/** Every road of a case leads somewhere: to a document, a result of the owner's system, or a letter of refusal. */
export function checkTracks(context: ServiceContext): void {
  checkDecisions(context)
  checkMain(context)
  checkRejection(context)
  checkDeemed(context)
  checkReceipt(context)
}

const legal = { review: ['approve', 'return', 'reject', 'acknowledge'], sign: ['sign', 'return', 'reject'] } as const

function checkDecisions({ definition, report }: ServiceContext): void {
  for (const { step, track, path } of stepsWithPaths(definition)) {
    if (step.kind !== 'review' && step.kind !== 'sign') continue
    const allowed: readonly string[] = legal[step.kind]
    for (const decision of step.decisions) {
      if (!allowed.includes(decision))
        report(`${path}.decisions`, `a ${step.kind} step cannot "${decision}"`, `choose of ${allowed.join(', ')}`)
    }
    if (new Set(step.decisions).size < step.decisions.length) report(`${path}.decisions`, 'names a decision twice')
    const forward = step.kind === 'sign' ? ['sign'] : ['approve', 'acknowledge']
    if (!step.decisions.some((decision) => forward.includes(decision))) {
      report(`${path}.decisions`, 'has no way forward', `add ${forward.map((one) => `"${one}"`).join(' or ')}`)
    }
    if (track !== 'main' && step.decisions.some((decision) => decision === 'reject' || decision === 'return')) {
      report(`${path}.decisions`, `cannot reject or return on the ${track} track`, 'the case is decided by then')
    }
  }
}

/** Steps that are surely walked: those without a condition. */
function certain(steps: readonly Step[]): Step[] {
  return steps.filter((step) => step.when === undefined)
}

function checkMain({ definition, report }: ServiceContext): void {
  const { issuer, steps, documents } = definition
  const kindOf = new Map(documents.map(({ code, kind }) => [code, kind]))
  const brings = steps.filter((step) => step.kind === 'review' && step.brings)
  const makesApproval = (step: Step) =>
    (step.kind === 'sign' || step.kind === 'issue') && kindOf.get(step.document) === 'approval'
  if (issuer === 'own') {
    if (!certain(steps).some(makesApproval)) {
      report(
        'steps',
        'no step makes the document of approval',
        'add a "sign" or "issue" step without "when" that names it',
      )
    }
    if (brings.length > 0)
      report(
        'steps',
        'a step brings an external document, but the service issues its own',
        'drop "brings", or set "issuer": "external"',
      )
  } else if (steps.some(makesApproval) || documents.some(({ kind }) => kind === 'approval')) {
    report(
      'documents',
      `issuer is "${issuer}", so Lontar makes no approval of its own`,
      'drop the approval document and its step, or set "issuer": "own"',
    )
  }
  if (issuer === 'external') {
    if (!certain(brings).length)
      report('steps', "no step brings the owner's document", 'give one review step "brings": "external-document"')
    if (documents.filter(({ kind }) => kind === 'external').length !== 1) {
      report('documents', 'an external service names exactly one document of kind "external"')
    }
  } else if (documents.some(({ kind }) => kind === 'external')) {
    report(
      'documents',
      `issuer is "${issuer}", so no document comes from outside`,
      'drop the document of kind "external"',
    )
  }
  for (const { step, track, path } of stepsWithPaths(definition)) {
    if (!('document' in step)) continue
    const kind = kindOf.get(step.document)
    if (!kind) report(`${path}.document`, `"${step.document}" is none of the service's documents`)
    else if (kind === 'rejection' && track !== 'rejection')
      report(`${path}.document`, 'a letter of rejection belongs on the rejection track')
    else if (kind === 'approval' && track === 'rejection')
      report(`${path}.document`, 'an approval has no place on the rejection track')
    else if (kind === 'external') report(`${path}.document`, 'comes from outside; no step makes it')
    else if (kind === 'revocation') report(`${path}.document`, 'revokes what a register holds; no step makes it')
  }
}

function checkRejection({ definition, report }: ServiceContext): void {
  const { steps, rejection, documents } = definition
  const rejects = steps.some((step) => 'decisions' in step && step.decisions.includes('reject'))
  if (!rejects && rejection.length > 0)
    report('rejection', 'no step can reject, so nobody ever gets here', 'let a step "reject", or empty the track')
  if (!rejects) return
  const letters = new Set(documents.filter(({ kind }) => kind === 'rejection').map(({ code }) => code))
  const ends = certain(rejection).some(
    (step) => (step.kind === 'sign' || step.kind === 'issue') && letters.has(step.document),
  )
  if (!ends) {
    report(
      'rejection',
      'a step can reject, but the track does not end in a letter of rejection',
      'add a document of kind "rejection" and a "sign" or "issue" step for it',
    )
  }
}

function checkDeemed({ definition, report }: ServiceContext): void {
  const { term, deemed, documents } = definition
  const deems = term?.rungs.some(({ actions }) => actions.some(({ kind }) => kind === 'deem')) ?? false
  if (!deems && deemed.length > 0)
    report(
      'deemed',
      'no rung of the term deems, so nobody ever gets here',
      'add a "deem" rung to the term, or empty the track',
    )
  if (!deems) return
  if (definition.issuer !== 'own')
    report('term.rungs', `silence cannot approve a service whose issuer is "${definition.issuer}"`)
  const approvals = new Set(documents.filter(({ kind }) => kind === 'approval').map(({ code }) => code))
  if (!certain(deemed).some((step) => step.kind === 'issue' && approvals.has(step.document))) {
    report(
      'deemed',
      'silence approves, but nothing is issued',
      'add an "issue" step that seals the approval for the agency',
    )
  }
  if (deemed.some(({ kind }) => kind === 'sign')) {
    report('deemed', 'nobody signs a deemed approval', 'use an "issue" step: only agency seals are applied unattended')
  }
  if (!certain(deemed).some((step) => step.kind === 'review' && step.decisions.includes('acknowledge'))) {
    report(
      'deemed',
      'a deemed approval needs a supervision task',
      'add a "review" step with the decision "acknowledge" (PP 28/2025)',
    )
  }
}

/** The term that runs from complete receipt needs the one step that declares it. */
function checkReceipt({ definition, report }: ServiceContext): void {
  const completing = stepsWithPaths(definition).filter(({ step }) => step.kind === 'review' && step.completesReceipt)
  for (const { track, step, path } of completing) {
    if (track !== 'main') report(`${path}.completesReceipt`, `cannot be on the ${track} track`)
    if (step.when) report(`${path}.when`, 'the step that completes the receipt cannot be passed over')
  }
  if (completing.length > 1) report('steps', 'several steps complete the receipt', 'one does')
  if (definition.term?.startsOn === 'complete' && completing.length === 0) {
    report(
      'term.startsOn',
      'the term starts on complete receipt, but no step completes it',
      'give one review step "completesReceipt": true, or start on "receipt"',
    )
  }
  if (definition.term?.startsOn !== 'complete' && completing.length > 0) {
    report(
      'steps',
      'a step completes the receipt, but no term starts on it',
      'set the term\'s "startsOn" to "complete", or drop "completesReceipt"',
    )
  }
}
