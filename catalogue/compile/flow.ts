import type { z } from 'zod'
import type { BranchStep, ClockRule, Flow, MessageTrigger, Step } from '../../domain/service.ts'
import { messageTriggers } from '../../domain/service.ts'
import type { Clock } from '../schema/clock.ts'
import type { Seat, BranchStep as WrittenBranchStep, Step as WrittenStep } from '../schema/steps.ts'
import type { ServiceDefinition } from '../service-schema.ts'

/** The part of `definition` that a case walks; it holds no texts. */
export function toFlow(definition: ServiceDefinition, version: number): Flow {
  const { code, issuer, term } = definition
  return {
    service: code,
    version,
    issuer,
    ...(term && { term: { ...ruleOf(term), startsOn: term.startsOn } }),
    tracks: {
      main: definition.steps.map(toStep),
      rejection: definition.rejection.map(toStep),
      deemed: definition.deemed.map(toStep),
      ...(definition.lapse && { lapse: definition.lapse.map(toStep) }),
    },
    ...(definition.correction && { correction: ruleOf(definition.correction) }),
    messages: triggersOf(definition),
  }
}

function triggersOf({ messages }: ServiceDefinition): MessageTrigger[] {
  return messageTriggers.filter((trigger) => messages[trigger] !== undefined)
}

function toStep(written: WrittenStep): Step {
  if (written.kind !== 'parallel') return toBranchStep(written)
  const { name: _name, description: _description, branches, ...step } = written
  return { ...step, branches: branches.map(({ code, steps }) => ({ code, steps: steps.map(toBranchStep) })) }
}

function toBranchStep(written: WrittenBranchStep): BranchStep {
  const { name: _name, description: _description, ...step } = written
  switch (step.kind) {
    case 'consult':
      return { ...step, panel: step.panel.map(toSeat) }
    case 'inspect': {
      const { checklist: _checklist, photos: _photos, ...walked } = step
      return { ...walked, clock: ruleOf(walked.clock) }
    }
    case 'review':
    case 'sign':
    case 'pay':
    case 'call':
    case 'wait':
      return { ...step, clock: ruleOf(step.clock) }
    default:
      return step
  }
}

function toSeat({ name: _name, description: _description, questions: _questions, ...seat }: z.infer<typeof Seat>) {
  return { ...seat, clock: ruleOf(seat.clock) }
}

function ruleOf({ unit, amount, calendar, rungs, pauseCaps }: Clock): ClockRule {
  return { budget: { unit, amount }, calendar, rungs, ...(pauseCaps && { pauseCaps }) }
}
