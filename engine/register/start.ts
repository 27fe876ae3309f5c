import { WithStartWorkflowOperation, WorkflowExecutionAlreadyStartedError } from '@temporalio/client'
import type { Entered } from '../../domain/register/events.ts'
import type { RegisterRecord } from '../../models/register/entry.ts'
import type { registerEntry } from '../../workflows/index.ts'
import { type EntryInput, entryWorkflowId } from '../../workflows/register/messages.ts'
import type { Engine } from '../start-case.ts'

export type Startable = Pick<
  RegisterRecord,
  'regency' | 'entry' | 'register' | 'document' | 'validFrom' | 'validUntil' | 'renews' | 'state'
>

/**
 * Starts a licence's workflow; "already started" is success. It takes up whatever its timeline holds. `sleepsMs`: it is not
 * woken before, unless something is said to it.
 */
export async function startEntry(
  engine: Engine,
  row: Startable,
  { withinMs = 5_000, sleepsMs = 0 }: { withinMs?: number | undefined; sleepsMs?: number } = {},
): Promise<void> {
  const { client } = engine
  try {
    await client.withDeadline(Date.now() + withinMs, () =>
      client.workflow.start<typeof registerEntry>('registerEntry', {
        ...optionsFor(engine, row),
        ...(sleepsMs > 0 ? { startDelay: sleepsMs } : {}),
      }),
    )
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
  }
}

/** For saying something to a licence that may have ended or been forgotten: it is started with what is said. */
export function startingWith(engine: Engine, row: Startable) {
  return new WithStartWorkflowOperation<typeof registerEntry>('registerEntry', {
    ...optionsFor(engine, row),
    workflowIdConflictPolicy: 'USE_EXISTING',
  })
}

function optionsFor({ taskQueue }: Engine, row: Startable) {
  return {
    workflowId: entryWorkflowId(row.regency, row.entry),
    taskQueue,
    args: [inputFor(row)] as [EntryInput],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
  }
}

function inputFor(row: Startable): EntryInput {
  return { regency: row.regency, entry: row.entry, entered: enteredOf(row) }
}

/** The first line as its case entered it: an amended document or end is told by later lines. */
export function enteredOf({ register, document, validFrom, validUntil, renews }: Startable): Entered {
  return { register, document, validFrom: validFrom.getTime(), validUntil: validUntil?.getTime() ?? null, renews }
}
