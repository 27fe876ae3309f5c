import { randomUUID } from 'node:crypto'
import { type Collection, MongoClient } from 'mongodb'
import type { TaskRecord } from '../models/case/task.ts'
import type { BenchHouse } from './house.ts'
import { signInAll } from './http-lifecycle.ts'
import { type Round, run } from './load.ts'
import { benchService } from './pack.ts'

export type InboxFigures = { tasks: number; inFlight: number; lontar: Round; driver: Round; ratio: number }

const agencies = 24

/**
 * An officer's inbox (25 least time left first) among many open tasks, over HTTP, against the bare driver's indexed find of
 * the same rows from this process.
 */
export async function benchInbox(
  house: BenchHouse,
  { tasks, inFlight, requests }: { tasks: number; inFlight: number; requests: number },
): Promise<InboxFigures> {
  const mongo = await MongoClient.connect(house.mongodbUri, { maxPoolSize: inFlight })
  const collection = mongo.db('lontar').collection<Omit<TaskRecord, '_id'>>('tasks')
  await seed(collection, tasks)
  const { officer } = await signInAll(house.url)
  const query = new URLSearchParams({ filter: '{"status":"open"}', range: '[0,24]' })
  const overHttp = async () => {
    const response = await fetch(`${house.url}/api/tasks?${query}`, { headers: { authorization: `Bearer ${officer}` } })
    const rows = (await response.json()) as unknown[]
    if (!response.ok || rows.length !== 25) throw new Error(`inbox: ${response.status}, ${rows.length} rows`)
  }
  const filter = { regency: 'banyuwangi', agency: 'dispendukcapil', roles: 'verifier', status: 'open' } as const
  const byDriver = async () => {
    const rows = await collection.find(filter).sort({ dueAt: 1, _id: 1 }).limit(25).toArray()
    if (rows.length !== 25) throw new Error(`driver: ${rows.length} rows`)
  }
  await run(50, 5, overHttp)
  await run(50, 5, byDriver)
  const driver = await run(requests, inFlight, byDriver)
  const lontar = await run(requests, inFlight, overHttp)
  await mongo.close()
  return { tasks, inFlight, lontar, driver, ratio: lontar.p95 / driver.p95 }
}

/** Open tasks spread over agencies, due over the coming weeks. */
async function seed(collection: Collection<Omit<TaskRecord, '_id'>>, tasks: number): Promise<void> {
  const now = Date.now()
  const agencyOf = (index: number) => (index % agencies === 0 ? 'dispendukcapil' : `agency-${index % agencies}`)
  for (let from = 0; from < tasks; from += 5_000) {
    const rows = Array.from({ length: Math.min(5_000, tasks - from) }, (_, offset) =>
      row(from + offset, agencyOf(from + offset), now),
    )
    await collection.insertMany(rows, { ordered: false })
  }
}

function row(index: number, agency: string, now: number): Omit<TaskRecord, '_id'> {
  const dueAt = new Date(now + ((index * 7_919) % 20_000) * 60_000)
  const rule = { budget: { unit: 'working-days' as const, amount: 1 }, calendar: 'banyuwangi', rungs: [] }
  return {
    regency: 'banyuwangi',
    task: `UKUR-${index}:satu`,
    application: randomUUID(),
    number: `UKUR-${index}`,
    service: benchService,
    serviceVersion: 1,
    track: 'main',
    step: 'satu',
    kind: 'review',
    role: 'verifier',
    roles: ['verifier'],
    agency,
    village: null,
    servicePoint: null,
    applicantName: 'Sri Rahayu',
    decisions: ['approve'],
    status: 'open',
    assignee: null,
    handOver: null,
    openedAt: new Date(now),
    endedAt: null,
    clock: { id: 'x', rule, startedAt: now, pauses: [], calendarVersion: 1, rungs: [], reached: [], stoppedAt: null },
    dueAt,
    warnAt: dueAt,
    shift: 0,
  }
}
