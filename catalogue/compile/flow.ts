import type { ClockRule, Flow, MessageTrigger, Step } from '../../domain/service.ts'
import { messageTriggers } from '../../domain/service.ts'
import type { Clock } from '../schema/clock.ts'
import type { Step as WrittenStep } from '../schema/steps.ts'
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
    },
    messages: triggersOf(definition),
  }
}

function triggersOf({ messages }: ServiceDefinition): MessageTrigger[] {
  return messageTriggers.filter((trigger) => messages[trigger] !== undefined)
}

function toStep(written: WrittenStep): Step {
  const { name: _name, description: _description, ...step } = written
  return 'clock' in step ? { ...step, clock: ruleOf(step.clock) } : step
}

function ruleOf({ unit, amount, calendar, rungs }: Clock): ClockRule {
  return { budget: { unit, amount }, calendar, rungs }
}
