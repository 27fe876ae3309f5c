import { randomUUID } from 'node:crypto'
import type { Client } from '@temporalio/client'
import { bare, decide } from './workflow.ts'

/** The same three decisions without Lontar. @returns the workflow's id */
export async function bareLifecycle(client: Client): Promise<string> {
  const workflowId = `bare/${randomUUID()}`
  await client.withDeadline(Date.now() + 60_000, async () => {
    const handle = await client.workflow.start(bare, { workflowId, taskQueue: 'bare' })
    for (const step of [1, 2, 3]) await handle.executeUpdate(decide, { args: [step] })
    await handle.result()
  })
  return workflowId
}
