import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client'
import type { Flow } from '../domain/service.ts'
import type { ApplicationRecord } from '../models/case/application.ts'
import { type ApplicationInput, applicationWorkflowId } from '../workflows/messages.ts'

export type Engine = {
  client: Client
  taskQueue: string
  /** The flow of a published service version, in the regency of the context. */
  flow(service: string, version: number): Promise<Flow>
}

type Startable = Pick<
  ApplicationRecord,
  | '_id'
  | 'regency'
  | 'number'
  | 'service'
  | 'serviceVersion'
  | 'channel'
  | 'village'
  | 'servicePoint'
  | 'filedBy'
  | 'acceptedAt'
>

/** What a case's workflow starts with, whenever it does. */
export async function inputOf({ flow }: Pick<Engine, 'flow'>, application: Startable): Promise<ApplicationInput> {
  const { village, servicePoint, channel } = application
  return {
    regency: application.regency,
    application: application._id,
    number: application.number,
    flow: await flow(application.service, application.serviceVersion),
    filed: {
      channel,
      place: { village, servicePoint },
      by: { kind: 'citizen', id: application.filedBy },
      at: application.acceptedAt.getTime(),
    },
  }
}

/** Starts the case's workflow; "already started" is success. It takes up whatever its timeline holds. */
export async function startCase(
  { client, taskQueue, flow }: Engine,
  application: Startable,
  withinMs = 5_000,
): Promise<void> {
  const input = await inputOf({ flow }, application)
  try {
    await client.withDeadline(Date.now() + withinMs, () =>
      client.workflow.start('application', {
        workflowId: applicationWorkflowId(application.regency, application.number),
        taskQueue,
        args: [input],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      }),
    )
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
  }
}
