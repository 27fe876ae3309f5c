import { type Decision, flatten, type Track, tracks } from '../../domain/service.ts'
import type { Step } from '../schema/steps.ts'
import type { ServiceDefinition } from '../service-schema.ts'
import { stepsOfTrack, trackProperty } from '../steps-of.ts'
import type { ServiceContext } from './context.ts'

export type PlacedStep = { step: Step; track: Track; path: string }

/** Every step of every track with its place in the file. */
export function stepsWithPaths(definition: ServiceDefinition): PlacedStep[] {
  return tracks.flatMap((track) =>
    stepsOfTrack(definition, track).flatMap((step) => {
      const path = `${trackProperty(track)}[${step.code}]`
      return [{ step, track, path }, ...insideOf(step, path).map((inner) => ({ ...inner, track }))]
    }),
  )
}

function insideOf(step: Step, path: string): Pick<PlacedStep, 'step' | 'path'>[] {
  if (step.kind !== 'parallel') return []
  return step.branches.flatMap((branch) =>
    branch.steps.map((inner) => ({ step: inner, path: `${path}.branches[${branch.code}].steps[${inner.code}]` })),
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

const legal = {
  review: ['approve', 'return', 'reject', 'acknowledge'],
  sign: ['sign', 'return', 'reject'],
  inspect: ['approve', 'return', 'reject'],
  consult: ['agree', 'object', 'return'],
} as const
const forward = {
  review: ['approve', 'acknowledge'],
  sign: ['sign'],
  inspect: ['approve'],
  consult: ['agree'],
} as const satisfies Record<keyof typeof legal, readonly Decision[]>

function checkDecisions(context: ServiceContext): void {
  for (const { step, track, path } of stepsWithPaths(context.definition)) {
    if (step.kind === 'review' || step.kind === 'sign' || step.kind === 'inspect') {
      checkOffered(context, step.decisions, step.kind, track, path)
    } else if (step.kind === 'consult') {
      for (const seat of step.panel)
        checkOffered(context, seat.decisions, 'consult', track, `${path}.panel[${seat.code}]`)
    }
  }
}

function checkOffered(
  { report }: ServiceContext,
  offered: readonly Decision[],
  kind: keyof typeof legal,
  track: Track,
  path: string,
): void {
  const allowed: readonly string[] = legal[kind]
  for (const decision of offered) {
    if (!allowed.includes(decision))
      report(`${path}.decisions`, `a ${kind} step cannot "${decision}"`, `choose of ${allowed.join(', ')}`)
  }
  if (new Set(offered).size < offered.length) report(`${path}.decisions`, 'names a decision twice')
  const onward: readonly string[] = forward[kind]
  if (!offered.some((decision) => onward.includes(decision))) {
    report(`${path}.decisions`, 'has no way forward', `add ${onward.map((one) => `"${one}"`).join(' or ')}`)
  }
  if (track !== 'main' && offered.some((decision) => decision === 'reject' || decision === 'return')) {
    report(`${path}.decisions`, `cannot reject or return on the ${track} track`, 'the case is decided by then')
  }
}

/** Steps that are surely walked: those without a condition. */
function certain(steps: readonly Step[]): Step[] {
  return steps.filter((step) => step.when === undefined)
}

function checkMain({ definition, report }: ServiceContext): void {
  const { issuer, steps, documents } = definition
  const kindOf = new Map(documents.map(({ code, kind }) => [code, kind]))
  const brings = flatten<Step>(steps).filter(
    (step) => (step.kind === 'review' && step.brings) || (step.kind === 'call' && step.document),
  )
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
      report(
        'steps',
        "no step brings the owner's document",
        'give one review step "brings": "external-document", or a call step its "document"',
      )
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
    if (!('document' in step) || step.document === undefined || step.kind === 'call') continue
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
  const rejects = flatten<Step>(steps).some(
    (step) =>
      ('decisions' in step && step.decisions.includes('reject')) ||
      (step.kind === 'consult' && step.onObjection === 'reject') ||
      (step.kind === 'call' && definition.rejection.length > 0),
  )
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
