import type { UpdateDefinition } from '@temporalio/common'
import type { RegisterRecord } from '../../models/register/entry.ts'
import { notKept, withinMs } from '../say.ts'
import type { Engine } from '../start-case.ts'
import { startingWith } from './start.ts'

/**
 * Says something to a licence, with how far its timeline was seen, and waits until it is kept. Its workflow is started
 * with it where it has ended or was lost; the same `updateId` again is the same act.
 * @throws NotKept
 */
export async function sayEntry<Result, Act extends object>(
  engine: Engine,
  row: RegisterRecord,
  update: UpdateDefinition<Result, [Act]>,
  { act, updateId, signing = false }: { act: Act; updateId: string; signing?: boolean },
): Promise<Result> {
  const { client } = engine
  try {
    return await client.withDeadline(Date.now() + (signing ? withinMs.sign : withinMs.act), () =>
      client.workflow.executeUpdateWithStart(update, {
        args: [{ ...act, seen: row.state.seq }],
        updateId,
        startWorkflowOperation: startingWith(engine, row),
      }),
    )
  } catch (error) {
    throw notKept(error)
  }
}
