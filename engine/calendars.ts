import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client'
import type { Logger } from 'pino'
import type { Cases } from '../activities/deps.ts'
import { CalendarSpread } from '../models/catalogue/calendar-spread.ts'
import { acrossRegencies, currentRegency } from '../models/tenancy.ts'
import { type CalendarInput, calendarWorkflowId } from '../workflows/calendar-messages.ts'
import { applicationWorkflowId, readOn } from '../workflows/messages.ts'
import type { Engine } from './start-case.ts'

/** Carries a calendar's new version to the open cases; "already started" is success. */
export async function startSpread(
  { client, taskQueue }: Pick<Engine, 'client' | 'taskQueue'>,
  input: CalendarInput,
  withinMs = 5_000,
): Promise<void> {
  try {
    await client.withDeadline(Date.now() + withinMs, () =>
      client.workflow.start('calendarChange', {
        workflowId: calendarWorkflowId(input),
        taskQueue,
        args: [input],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      }),
    )
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
  }
}

/** Starts what was published while Temporal was away, or by a process that has none; to be repeated. */
export async function startWaitingSpreads(engine: Pick<Engine, 'client' | 'taskQueue'>, log: Logger): Promise<number> {
  const waiting = await acrossRegencies('carry new versions of calendars to the cases', () =>
    CalendarSpread.find({ finishedAt: null }).sort({ publishedAt: 1 }).limit(50).lean(),
  )
  for (const { regency, code, version } of waiting) {
    try {
      await startSpread(engine, { regency, calendar: code, version })
    } catch (error) {
      log.warn({ error, calendar: code, version }, 'a new version of a calendar could not be carried to the cases yet')
      break
    }
  }
  return 0
}

/** What activities may say to cases, over this process's client. */
export function casesOver({ client }: Pick<Engine, 'client'>): Cases {
  return {
    async readOn(number, seen) {
      const handle = client.workflow.getHandle(applicationWorkflowId(currentRegency(), number))
      try {
        await client.withDeadline(Date.now() + 5_000, () => handle.signal(readOn, { seen }))
      } catch (error) {
        // Not started yet, or ended: it reads its timeline when it starts.
        if (!(error instanceof WorkflowNotFoundError)) throw error
      }
    },
  }
}
