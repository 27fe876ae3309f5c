import { randomUUID } from 'node:crypto'
import { type Client, isGrpcCancelledError, isGrpcDeadlineError } from '@temporalio/client'
import { msNumberToTs, optionalTsToDate } from '@temporalio/common/lib/time.js'

/** `FastForwardPollingResult` of Temporal's API. */
const poll = { timedOut: 1, completed: 2, failed: 3 } as const

/** The server stops skipping after so many leaps; its own default would end in a long case's reminders. */
const mostLeaps = 10_000

/** Milliseconds; a poll that began just after its workflow ended is never answered, so each is short. */
const onePoll = 3_000

/**
 * Moves one running workflow's own clock forward, on a server started with `timeSkipping`; timers due on the way fire
 * in order, and time stands still while activities run. Resolves when the clock has arrived or the workflow has ended;
 * what the last timer set going may still be under way, so await its effect. Only the named workflow moves, and one
 * with a running child does not. For tests and the demo, never in production.
 * @param by seconds from the workflow's present, or the instant to move to; one that has passed already does nothing
 * @returns the workflow's time afterwards
 * @throws when it does not arrive within `withinMs` of real time: no worker, or an activity that never ends
 */
export async function fastForward(
  client: Client,
  workflowId: string,
  by: { seconds: number } | { until: Date },
  withinMs = 30_000,
): Promise<Date> {
  const now = await workflowTime(client, workflowId)
  const ms = 'seconds' in by ? by.seconds * 1000 : by.until.getTime() - now.getTime()
  if (ms <= 0) return now
  const id = randomUUID()
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace: client.options.namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        maxSessionSkipCount: mostLeaps,
        fastForwardConfig: { id, duration: msNumberToTs(ms) },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  })
  await arrival(client, workflowId, id, Date.now() + withinMs)
  return workflowTime(client, workflowId)
}

/** The workflow's own present: the wall clock plus what it has skipped, in this run and the runs before it. */
export async function workflowTime(client: Client, workflowId: string): Promise<Date> {
  const { raw } = await client.workflow.getHandle(workflowId).describe()
  return optionalTsToDate(raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime) ?? new Date()
}

async function arrival(client: Client, workflowId: string, fastForwardId: string, deadline: number): Promise<void> {
  const late = `${workflowId} did not arrive in time: is its worker running, does an activity never end?`
  const isRunning = async () => (await client.workflow.getHandle(workflowId).describe()).status.name === 'RUNNING'
  while (Date.now() < deadline) {
    const answer = await client.connection
      .withDeadline(Math.min(deadline, Date.now() + onePoll), () =>
        client.workflowService.pollWorkflowExecutionTimeSkipping({
          namespace: client.options.namespace,
          workflowExecution: { workflowId },
          fastForwardId,
        }),
      )
      .catch((error: unknown) => {
        if (isGrpcDeadlineError(error) || isGrpcCancelledError(error)) return null
        throw new Error(`${workflowId} could not be moved`, { cause: error })
      })
    if (answer?.fastForwardPollingResult === poll.completed) return
    if (answer && answer.fastForwardPollingResult !== poll.failed) continue
    if (!(await isRunning())) return
    if (answer) throw new Error(`${workflowId} could not be moved: ${answer.failedReason}`)
  }
  throw new Error(late)
}
