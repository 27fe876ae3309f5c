import { upsertMemo } from '@temporalio/workflow'
import { application as asItIs } from '../../../workflows/application.ts'
import type { ApplicationInput } from '../../../workflows/messages.ts'

/** A change as it must not be made: one line of history more, also for cases that began without it. */
export async function application(input: ApplicationInput) {
  upsertMemo({ channel: input.filed.channel })
  return asItIs(input)
}
