import type { EventType } from '../../domain/case/events.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { acrossRegencies } from '../../models/tenancy.ts'

const withinMs = 60_000

export type Sought = { application?: string; type: EventType }

/** Listens to the timelines' commits from now on; `then` acts on the first line that is sought, in the same breath. */
export async function onKept(
  { application, type }: Sought,
  then: () => Promise<void>,
): Promise<{ done: Promise<void> }> {
  const match = {
    operationType: 'insert',
    'fullDocument.type': type,
    ...(application ? { 'fullDocument.application': application } : {}),
  }
  const stream = await acrossRegencies('a test waits for a line of a timeline', () =>
    TimelineEntry.collection.watch([{ $match: match }]),
  )
  const early = await stream.tryNext()
  const done = (async () => {
    const timer = setTimeout(() => stream.close(), withinMs)
    if (!early && !(await stream.next().catch(() => null))) throw new Error(`no ${type} was kept in time`)
    clearTimeout(timer)
    const acted = then()
    await stream.close().catch(() => undefined)
    await acted
  })()
  return { done }
}
