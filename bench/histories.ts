import type { Client } from '@temporalio/client'

export type HistoryFigures = { events: number; workflowTasks: number; activities: number }

/** Median size of some finished histories. */
export async function historyFigures(client: Client, workflowIds: string[]): Promise<HistoryFigures> {
  const all = await Promise.all(workflowIds.slice(0, 20).map((id) => figuresOf(client, id)))
  const median = (pick: (one: HistoryFigures) => number) =>
    all.map(pick).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
  return {
    events: median((one) => one.events),
    workflowTasks: median((one) => one.workflowTasks),
    activities: median((one) => one.activities),
  }
}

async function figuresOf(client: Client, workflowId: string): Promise<HistoryFigures> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory()
  const all = events ?? []
  return {
    events: all.length,
    workflowTasks: all.filter((event) => event.workflowTaskCompletedEventAttributes).length,
    activities: all.filter((event) => event.activityTaskScheduledEventAttributes).length,
  }
}
