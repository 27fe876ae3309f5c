import type { z } from 'zod'
import type { ConsultStep, InspectStep, ReviewStep, SignStep } from '../../catalogue/schema/steps.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import { flatStepsOf } from '../../catalogue/steps-of.ts'
import { followUpStep } from '../../domain/case/state.ts'
import type { TaskRecord } from '../../models/case/task.ts'
import { addedName, followUpName, isAdded } from '../case/words.ts'

export type HumanStep =
  | z.infer<typeof ReviewStep>
  | z.infer<typeof SignStep>
  | z.infer<typeof InspectStep>
  | z.infer<typeof ConsultStep>

/** The step of the pinned definition that the task belongs to. */
export function stepOfTask(definition: ServiceDefinition, given: TaskRecord): HumanStep {
  const { track, step, task } = given
  const found = flatStepsOf(definition, track).find(({ code }) => code === step) ?? addedStep(given)
  switch (found?.kind) {
    case 'review':
    case 'sign':
    case 'inspect':
    case 'consult':
      return found
    default:
      throw new RangeError(`task ${task} belongs to no human step`)
  }
}

export type ExternalDocument = Extract<ServiceDefinition['documents'][number], { kind: 'external' }>

/** The owner's document that approving this step brings; null where it brings none. */
export function broughtDocument(definition: ServiceDefinition, step: HumanStep): ExternalDocument | null {
  if (step.kind !== 'review' || step.brings !== 'external-document') return null
  return definition.documents.find((document) => document.kind === 'external') ?? null
}

/** A review that was put into this case, or stands beside it: the definition knows nothing of it, the task all there is to know. */
function addedStep({ step, kind, role, agency, clock, decisions }: TaskRecord): z.infer<typeof ReviewStep> | null {
  if (kind !== 'review' || !clock || agency === null || !(isAdded(step) || step === followUpStep)) return null
  const { budget, calendar, rungs } = clock.rule
  return {
    kind,
    code: step,
    name: isAdded(step) ? addedName : followUpName,
    desk: { role, agency },
    clock: { ...budget, calendar, rungs },
    decisions,
  }
}
