import type { z } from 'zod'
import type { ReviewStep, SignStep } from '../../catalogue/schema/steps.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { TaskRecord } from '../../models/case/task.ts'

type HumanStep = z.infer<typeof ReviewStep> | z.infer<typeof SignStep>

/** The step of the pinned definition that the task belongs to. */
export function stepOfTask(definition: ServiceDefinition, { track, step, task }: TaskRecord): HumanStep {
  const steps = { main: definition.steps, rejection: definition.rejection, deemed: definition.deemed }[track]
  const found = steps.find(({ code }) => code === step)
  if (found?.kind !== 'review' && found?.kind !== 'sign') throw new RangeError(`task ${task} belongs to no human step`)
  return found
}

export type ExternalDocument = Extract<ServiceDefinition['documents'][number], { kind: 'external' }>

/** The owner's document that approving this step brings; null where it brings none. */
export function broughtDocument(definition: ServiceDefinition, step: HumanStep): ExternalDocument | null {
  if (step.kind !== 'review' || step.brings !== 'external-document') return null
  return definition.documents.find((document) => document.kind === 'external') ?? null
}
