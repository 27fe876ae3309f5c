import type { Logger } from 'pino'
import { Application } from '../models/case/application.ts'
import { acrossRegencies, inRegency } from '../models/tenancy.ts'
import { type Engine, startCase } from './start-case.ts'

const batch = 200

/** Starts accepted applications that nobody has started yet (design rule 6); answers how many. */
export async function startWaiting(engine: Engine, log: Logger, olderThanMs = 2_000): Promise<number> {
  const before = new Date(Date.now() - olderThanMs)
  const waiting = await acrossRegencies('start accepted applications', () =>
    Application.find({ unstarted: true, acceptedAt: { $lt: before } })
      .sort({ acceptedAt: 1 })
      .limit(batch)
      .lean(),
  )
  let started = 0
  for (const application of waiting) {
    try {
      await inRegency(application.regency, () => startCase(engine, application))
      started += 1
    } catch (error) {
      log.warn({ error, application: application._id }, 'an accepted application could not be started yet')
      return started
    }
  }
  return started
}
