import { foldCase } from '../../domain/case/reduce.ts'
import { emptyCase } from '../../domain/case/state.ts'
import { inParallel } from '../../infra/in-parallel.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { Task } from '../../models/case/task.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import type { ClientSession } from '../../models/database.ts'
import { MovementModel } from '../../models/oversight/movement.ts'
import { recount } from '../../models/oversight/recount.ts'
import { RegisterEntry } from '../../models/register/entry.ts'
import { inTransaction } from '../../models/transaction.ts'
import type { CaseDeps } from '../deps.ts'
import { entryAsTold } from '../register/project.ts'
import { type BrokenLine, brokenLine } from './chain.ts'
import { differences, type ReadModel, type Row } from './differences.ts'
import { projectApplication } from './project/application.ts'
import { movementRows } from './project/movements.ts'
import { agenciesWith, correction } from './project/project.ts'
import { registerEntryFor } from './project/register.ts'
import { projectTasks } from './project/tasks.ts'
import { readTimeline, toEvent } from './timeline.ts'

/** What was found wrong with a case: its timeline, which nothing here can mend, or only what was projected from it. */
export type Finding =
  | ({ kind: 'broken'; number: string } & (BrokenLine | { line: number; why: 'lost' | 'contradicts' }))
  | { kind: 'differs'; number: string; what: string[] }

export type RebuildReport = {
  cases: number
  lines: number
  findings: Finding[]
  /** Timelines whose application is gone, by its id. */
  orphans: string[]
  /** Sums of oversight that say something else than what happened. */
  tallies: number
}

/** Cases looked at at a time. */
const lanes = 4

/**
 * Reads every timeline of the regency, checks its chain, and compares what it says with the read model: application, inbox
 * rows and register entries. What differs is written anew, unless only a check is asked for; a broken timeline is left as
 * it is. Messages and documents are effects, not projections: they are not touched. Within the regency's context.
 */
export async function rebuild(
  deps: CaseDeps,
  { check, onProgress }: { check: boolean; onProgress?: (done: number, all: number) => void },
): Promise<RebuildReport> {
  const report: RebuildReport = { cases: 0, lines: 0, findings: [], orphans: await orphans(), tallies: 0 }
  const all = await Application.find().select({ _id: 1 }).sort({ number: 1 }).lean()
  await inParallel(all, lanes, async ({ _id }) => {
    const { finding, lines } = await inTransaction((session) => rebuildCase(deps, _id, check, session))
    report.cases += 1
    report.lines += lines
    if (finding) report.findings.push(finding)
    onProgress?.(report.cases, all.length)
  })
  const { utcOffsetMinutes } = await deps.catalogue.regency()
  report.tallies = await recount(utcOffsetMinutes, { check })
  report.findings.sort((a, b) => a.number.localeCompare(b.number))
  return report
}

/** In one snapshot, so that a case that is being decided meanwhile is seen before or after, never between. */
async function rebuildCase(
  deps: CaseDeps,
  id: string,
  check: boolean,
  session: ClientSession,
): Promise<{ finding: Finding | null; lines: number }> {
  const application = await Application.findOne({ _id: id }).session(session).orFail().lean()
  const timeline = await readTimeline(id, 1, session)
  const lines = timeline.length
  const { number } = application
  const broken = brokenLine(timeline) ?? lostTail(application, lines)
  if (broken) return { finding: { kind: 'broken', number, ...broken }, lines }
  if (lines === 0) return { finding: null, lines }
  const events = timeline.map(toEvent)
  let said: ReadModel
  try {
    said = await readModelOf(deps, application, events, session)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { finding: { kind: 'broken', number, line: lines, why: 'contradicts' }, lines }
  }
  const found = differences(said, await stored(application, session))
  if (found.what.length === 0) return { finding: null, lines }
  if (!check) await write(id, found, session)
  return { finding: { kind: 'differs', number, what: found.what }, lines }
}

/** The application remembers more than its timeline holds: lines at the end are gone. */
function lostTail({ state }: ApplicationRecord, lines: number): { line: number; why: 'lost' } | null {
  const known: unknown = state?.seq
  return typeof known === 'number' && known > lines ? { line: lines + 1, why: 'lost' } : null
}

async function readModelOf(
  deps: CaseDeps,
  application: ApplicationRecord,
  events: ReturnType<typeof toEvent>[],
  session: ClientSession,
): Promise<ReadModel> {
  const state = foldCase(events)
  const fields = {
    ...projectApplication(state),
    ...(await correction(events, session)),
    ...agenciesWith(application, events),
  }
  const now = { ...application, ...fields }
  const entries: Row[] = []
  for (const event of events) {
    if (event.type !== 'register-entered') continue
    const current = state.register.find((each) => each.entry === event.data.entry)?.document ?? event.data.document
    const told = { ...event, data: { ...event.data, document: current } }
    // How far a licence of a demonstration is ahead is nothing that its case tells.
    const { shift: _, ...entry } = await entryAsTold(await registerEntryFor(deps, now, told, session), session)
    entries.push({ key: entry.entry, values: entry })
  }
  const tasks = projectTasks(now, state, events).map((task) => ({ key: task.task, values: task }))
  const moved = await movementRows(deps, now, emptyCase(), events)
  const movements = moved.map((values) => ({ key: String(values.seq), values }))
  return { fields, tasks, entries, movements }
}

async function stored(application: ApplicationRecord, session: ClientSession) {
  const of = { application: application._id }
  const tasks = await Task.find(of).session(session).lean()
  const entries = await RegisterEntry.find(of).session(session).lean()
  const movements = await MovementModel.find(of).session(session).lean()
  return {
    fields: application,
    tasks: tasks.map((values) => ({ key: values.task, values })),
    entries: entries.map((values) => ({ key: values.entry, values })),
    movements: movements.map((values) => ({ key: String(values.seq), values })),
  }
}

async function write(
  id: string,
  { fields, tasks, entries, movements }: ReturnType<typeof differences>,
  session: ClientSession,
): Promise<void> {
  if (Object.keys(fields).length > 0) await Application.updateOne({ _id: id }, { $set: fields }, { session })
  // Rows are written whole: most of their fields never change in a living case, and so cannot be set.
  await Task.deleteMany({ application: id, task: { $in: tasks.map(({ key }) => key) } }, { session })
  const rows = tasks.flatMap(({ values }) => (values ? [values] : []))
  if (rows.length > 0) await Task.insertMany(rows, { session })
  await RegisterEntry.deleteMany({ application: id, entry: { $in: entries.map(({ key }) => key) } }, { session })
  const kept = entries.flatMap(({ values }) => (values ? [values] : []))
  if (kept.length > 0) await RegisterEntry.insertMany(kept, { session })
  await MovementModel.deleteMany(
    { application: id, seq: { $in: movements.map(({ key }) => Number(key)) } },
    { session },
  )
  const moved = movements.flatMap(({ values }) => (values ? [values] : []))
  if (moved.length > 0) await MovementModel.insertMany(moved, { session })
}

async function orphans(): Promise<string[]> {
  const found: string[] = []
  let batch: string[] = []
  const look = async () => {
    const known = new Set(await Application.distinct('_id', { _id: { $in: batch } }))
    found.push(...batch.filter((id) => !known.has(id)))
    batch = []
  }
  for await (const { application } of TimelineEntry.find({ seq: 1 }).select({ application: 1 }).lean().cursor()) {
    batch.push(application)
    if (batch.length === 1_000) await look()
  }
  await look()
  return found
}
