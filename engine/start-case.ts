import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client'
import type { TimelineEvent } from '../domain/case/events.ts'
import type { Flow } from '../domain/service.ts'
import { Application, type ApplicationRecord } from '../models/case/application.ts'
import { type ApplicationInput, applicationWorkflowId } from '../workflows/messages.ts'

export type Engine = {
  client: Client
  taskQueue: string
  /** The flow of a published service version, in the regency of the context. */
  flow(service: string, version: number): Promise<Flow>
}

export type Startable = Pick<
  ApplicationRecord,
  | '_id'
  | 'number'
  | 'service'
  | 'serviceVersion'
  | 'channel'
  | 'village'
  | 'servicePoint'
  | 'filedBy'
  | 'acceptedAt'
  | 'unstarted'
>

/** The acceptance, as the case is told of it. */
export function toFiled({ channel, village, servicePoint, filedBy, acceptedAt }: Startable): ApplicationInput['filed'] {
  return {
    channel,
    place: { village, servicePoint },
    by: { kind: 'citizen', id: filedBy },
    at: acceptedAt.getTime(),
  }
}

/** What a case's workflow starts with, whenever it does. */
export async function inputOf(
  { flow }: Pick<Engine, 'flow'>,
  application: Startable & Pick<ApplicationRecord, 'regency'>,
): Promise<ApplicationInput> {
  const { _id, number, regency, service, serviceVersion } = application
  return { regency, application: _id, number, flow: await flow(service, serviceVersion), filed: toFiled(application) }
}

/**
 * Starts the case's workflow; "already started" is success. It takes up whatever its timeline holds: the lines it is given
 * here, or what it reads for itself.
 */
export async function startCase(
  engine: Engine,
  application: Startable & Pick<ApplicationRecord, 'regency'>,
  { withinMs = 5_000, opened }: { withinMs?: number; opened?: TimelineEvent[] } = {},
): Promise<void> {
  const { client, taskQueue } = engine
  const { _id, number, regency, unstarted } = application
  const input = { ...(await inputOf(engine, application)), ...(opened ? { opened } : {}) }
  try {
    await client.withDeadline(Date.now() + withinMs, () =>
      client.workflow.start('application', {
        workflowId: applicationWorkflowId(regency, number),
        taskQueue,
        args: [input],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      }),
    )
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
  }
  // Lost with the process, it only lets the sweeper find the case already started.
  if (unstarted) await Application.updateOne({ _id }, { $unset: { unstarted: 1 } }, { writeConcern: { w: 1 } })
}
