import type { CaseDeps } from '../../activities/deps.ts'
import { inParallel } from '../../infra/in-parallel.ts'
import { RegisterEntry, type RegisterRecord } from '../../models/register/entry.ts'
import { acrossRegencies, inRegency } from '../../models/tenancy.ts'
import type { Engine } from '../start-case.ts'
import { beginEntry } from './begin.ts'

const batch = 200
const lanes = 10
/** A workflow that was started and has told nothing for so long is started again. */
const patienceMs = 600_000

/**
 * Starts the workflows of licences whose timeline is still empty: those that were taken over or were there before licences
 * had a life of their own, and those whose start Temporal did not answer. Answers how many.
 */
export async function startWaitingEntries(engine: Engine, deps: CaseDeps): Promise<number> {
  const waiting = await acrossRegencies('start the workflows of licences', () =>
    RegisterEntry.find({ 'state.seq': 0, $or: [{ startedAt: null }, { startedAt: { $lt: before() } }] })
      .limit(batch)
      .lean(),
  )
  try {
    await inParallel(waiting, lanes, (row) => inRegency(row.regency, () => start(engine, deps, row)))
    return waiting.length
  } catch (error) {
    deps.log.warn({ error }, 'licences could not be started yet')
    return 0
  }
}

async function start(engine: Engine, deps: CaseDeps, row: RegisterRecord): Promise<void> {
  await beginEntry(engine, deps, row)
  await RegisterEntry.updateOne({ entry: row.entry }, { $set: { startedAt: new Date() } })
}

const before = () => new Date(Date.now() - patienceMs)
