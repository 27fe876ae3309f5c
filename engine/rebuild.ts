import { isDeepStrictEqual } from 'node:util'
import type { CaseDeps } from '../activities/deps.ts'
import { chainHash } from '../activities/record/digest.ts'
import { projectApplication } from '../activities/record/project/application.ts'
import { registerEntryFor } from '../activities/record/project/register.ts'
import { projectTasks } from '../activities/record/project/tasks.ts'
import { readTimeline, toEvent } from '../activities/record/timeline.ts'
import { entryAsTold } from '../activities/register/project.ts'
import type { TimelineEvent } from '../domain/case/events.ts'
import { foldCase } from '../domain/case/reduce.ts'
import { Application, type ApplicationRecord } from '../models/case/application.ts'
import { Task } from '../models/case/task.ts'
import type { ClientSession } from '../models/database.ts'
import { RegisterEntry } from '../models/register/entry.ts'
import { acrossRegencies, inRegency } from '../models/tenancy.ts'
import { inTransaction } from '../models/transaction.ts'

/** What the look at one case found; `what` names the parts that differ, or the line that breaks the chain. */
export type Finding = { number: string; kind: 'agrees' | 'differs' | 'broken'; what: string[] }

const batch = 200
const atOnce = 8

/**
 * Goes through every case of every regency: does the read model say what the timeline says (design rule 2)? With `mend`
 * what differs is written anew from the timeline. A timeline whose chain is broken is told, never mended.
 */
export async function* rebuild(deps: CaseDeps, { mend }: { mend: boolean }): AsyncGenerator<Finding> {
  let last = ''
  for (;;) {
    const cases = await acrossRegencies('rebuild the read model', () =>
      Application.find({ _id: { $gt: last } }, { regency: 1 })
        .sort({ _id: 1 })
        .limit(batch)
        .lean(),
    )
    for (let from = 0; from < cases.length; from += atOnce) {
      yield* await Promise.all(
        cases
          .slice(from, from + atOnce)
          .map(({ _id, regency }) =>
            inRegency(regency, () => inTransaction((session) => rebuildCase(deps, _id, mend, session))),
          ),
      )
    }
    const end = cases.at(-1)
    if (!end) return
    last = end._id
  }
}

async function rebuildCase(deps: CaseDeps, id: string, mend: boolean, session: ClientSession): Promise<Finding> {
  const application = await Application.findOne({ _id: id }).session(session).orFail().lean()
  const { number } = application
  const events = (await readTimeline(id, 1, session)).map(toEvent)
  const broken = brokenLine(events)
  if (broken !== null) return { number, kind: 'broken', what: [`line ${broken}`] }
  const what = [
    ...(await rebuildApplication(application, events, mend, session)),
    ...(await rebuildTasks(application, events, mend, session)),
    ...(await rebuildRegister(deps, application, events, mend, session)),
  ]
  return { number, kind: what.length > 0 ? 'differs' : 'agrees', what }
}

/** Seq of the first line that does not follow from the one before; null when the chain is whole. */
function brokenLine(events: TimelineEvent[]): number | null {
  let previous = ''
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1 || event.hash !== chainHash(previous, event.seq, event)) return index + 1
    previous = event.hash
  }
  return null
}

async function rebuildApplication(
  application: ApplicationRecord,
  events: TimelineEvent[],
  mend: boolean,
  session: ClientSession,
): Promise<string[]> {
  const told = projectApplication(foldCase(events))
  const wrong = Object.entries(told).filter(([name, value]) => !same(value, Reflect.get(application, name)))
  if (wrong.length > 0 && mend) {
    const changes = Object.fromEntries(wrong)
    await Application.updateOne({ _id: application._id }, { $set: changes }, { session })
  }
  return wrong.map(([name]) => name)
}

async function rebuildTasks(
  application: ApplicationRecord,
  events: TimelineEvent[],
  mend: boolean,
  session: ClientSession,
): Promise<string[]> {
  const told = projectTasks(application, foldCase(events), events)
  const rows = await Task.find({ application: application._id }).session(session).lean()
  const kept = new Map(rows.map(({ _id, regency, ...row }) => [row.task, row]))
  const wrong = told.filter((row) => !same(row, kept.get(row.task)))
  const unknown = [...kept.keys()].filter((task) => !told.some((row) => row.task === task))
  const anew = [...wrong.map(({ task }) => task), ...unknown]
  if (anew.length > 0 && mend) {
    await Task.deleteMany({ task: { $in: anew } }, { session })
    await Task.insertMany(wrong, { session })
  }
  return anew.map((task) => `task ${task}`)
}

async function rebuildRegister(
  deps: CaseDeps,
  application: ApplicationRecord,
  events: TimelineEvent[],
  mend: boolean,
  session: ClientSession,
): Promise<string[]> {
  const told = events.filter((event) => event.type === 'register-entered')
  if (told.length === 0) return []
  const rows = await RegisterEntry.find({ application: application._id }, { entry: 1 }).session(session).lean()
  const missing = told.filter(({ data }) => !rows.some(({ entry }) => entry === data.entry))
  if (missing.length > 0 && mend) {
    const entries = await Promise.all(
      missing.map(async (event) => entryAsTold(await registerEntryFor(deps, application, event, session), session)),
    )
    await RegisterEntry.insertMany(entries, { session })
  }
  return missing.map(({ data }) => `register entry ${data.entry}`)
}

/** Equal as they are stored: without absent keys, dates as instants, keys in any order. */
function same(told: unknown, kept: unknown): boolean {
  return isDeepStrictEqual(plain(told), plain(kept))
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}
