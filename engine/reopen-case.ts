import { WithStartWorkflowOperation } from '@temporalio/client'
import { isClosed } from '../domain/case/state.ts'
import type { ApplicationRecord } from '../models/case/application.ts'
import { shiftCase } from '../models/case/shift-case.ts'
import { applicationWorkflowId, type Kept, type Reopened, reopenApplication } from '../workflows/messages.ts'
import { notKept } from './say.ts'
import { type Engine, inputOf } from './start-case.ts'

const withinMs = 8_000

/**
 * Opens a closed case again and waits until that is kept: its next run begins with the act, and takes up the timeline.
 * The same `reopenId` again is the same act.
 * @throws NotKept
 */
export async function reopenCase(engine: Engine, application: ApplicationRecord, act: Reopened): Promise<Kept> {
  const { client, taskQueue } = engine
  // The clock of the new run is everybody's, whatever a demonstration had skipped in the one before.
  if (isClosed(application.state) && application.shift !== 0) await shiftCase(application._id, 0)
  const startWorkflowOperation = new WithStartWorkflowOperation('application', {
    workflowId: applicationWorkflowId(application.regency, application.number),
    taskQueue,
    args: [await inputOf(engine, application)],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
  })
  try {
    return await client.withDeadline(Date.now() + withinMs, () =>
      client.workflow.executeUpdateWithStart(reopenApplication, {
        args: [{ ...act, seen: application.state.seq }],
        updateId: act.reopenId,
        startWorkflowOperation,
      }),
    )
  } catch (error) {
    throw notKept(error)
  }
}
