import {
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client'
import { ApplicationFailure, type UpdateDefinition } from '@temporalio/common'
import { type RefusalCode, refusals } from '../domain/case/actions.ts'
import type { ApplicationRecord } from '../models/case/application.ts'
import { applicationWorkflowId } from '../workflows/messages.ts'
import { type Engine, startCase } from './start-case.ts'

/** What became of an act that was not kept. */
export class NotKept extends Error {
  override name = 'NotKept'
  /** `refused`: the case cannot take it (409). `signing`: the signature failed, the task is open again. `unknown`: repeat with the same key (503). */
  readonly kind: 'refused' | 'signing' | 'unknown'
  readonly code: string
  constructor(kind: NotKept['kind'], code: string, cause?: unknown) {
    super(`${kind}: ${code}`, { cause })
    this.kind = kind
    this.code = code
  }
}

/** How long an act may take before its outcome is called unknown; signing waits for the provider. */
const withinMs = { act: 8_000, sign: 75_000 }

/**
 * Says something to a running case, with how far its timeline was seen, and waits until it is kept. The same `updateId`
 * again is the same act, and answers as the first did. A case that is open in MongoDB but unknown to Temporal is started
 * first.
 * @throws NotKept
 */
export async function say<Result, Act extends object>(
  engine: Engine,
  application: ApplicationRecord,
  update: UpdateDefinition<Result, [Act]>,
  { act, updateId, signing = false }: { act: Act; updateId: string; signing?: boolean },
): Promise<Result> {
  const { client } = engine
  const handle = client.workflow.getHandle(applicationWorkflowId(application.regency, application.number))
  const execute = () =>
    client.withDeadline(Date.now() + (signing ? withinMs.sign : withinMs.act), () =>
      handle.executeUpdate<Result, [Act], string>(update, {
        args: [{ ...act, seen: application.state.seq }],
        updateId,
      }),
    )
  try {
    return await execute().catch(async (error) => {
      if (!(error instanceof WorkflowNotFoundError) || application.closedAt) throw error
      await startCase(engine, application)
      return execute()
    })
  } catch (error) {
    throw notKept(error)
  }
}

/** What the API tells of an act that was not kept; an error of another kind as it is. */
export function notKept(error: unknown): unknown {
  if (error instanceof WorkflowNotFoundError) return new NotKept('refused', 'case-closed', error)
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return new NotKept('unknown', 'outcome-unknown', error)
  if (isGrpcServiceError(error)) return new NotKept('unknown', 'outcome-unknown', error)
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return error
  const code = error.cause.type ?? ''
  if (code.startsWith('signing-')) return new NotKept('signing', code, error)
  if (isRefusal(code)) return new NotKept('refused', code, error)
  if (code === 'AcceptedUpdateCompletedWorkflow') return new NotKept('refused', 'case-closed', error)
  return error
}

function isRefusal(code: string): code is RefusalCode {
  return (refusals as readonly string[]).includes(code)
}
