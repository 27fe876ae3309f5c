import { readLines } from '../../api/applications/timeline.ts'
import type { TimelineEvent } from '../../domain/case/events.ts'
import type { AnyAct } from '../../models/case/acts.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { actsOf } from '../../models/case/keep-act.ts'

/** A closed case as it was lived. */
export type ClosedCase = { application: ApplicationRecord; lines: TimelineEvent[]; acts: Map<string, AnyAct> }

/** More than these say no more about a service. */
const mostCases = 2_000

/** The service's cases that were closed since then, latest first. Reads only. */
export async function* closedCases(service: string, since: Date): AsyncGenerator<ClosedCase> {
  const found = Application.find({ service, closedAt: { $gte: since } })
    .sort({ closedAt: -1 })
    .limit(mostCases)
  for await (const application of found.lean<ApplicationRecord[]>().cursor()) {
    const [lines, acts] = [await readLines(application._id), await actsOf(application._id)]
    yield { application, lines, acts }
  }
}
