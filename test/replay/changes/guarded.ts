import { patched, upsertMemo } from '@temporalio/workflow'
import { application as asItIs } from '../../../workflows/application.ts'
import type { ApplicationInput } from '../../../workflows/messages.ts'

/** The same change as it is made: cases that began without it go on without it. */
export async function application(input: ApplicationInput) {
  if (patched('2026-11-example')) upsertMemo({ channel: input.filed.channel })
  return asItIs(input)
}
