import { randomUUID } from 'node:crypto'
import type { Db } from 'mongodb'
import { addUp, type Counted, nameOf, type Tallied } from '../../domain/oversight/tallies.ts'
import { benchService, benchSteps } from '../pack.ts'

const regency = 'banyuwangi'
const offices = 24
const services = 8
const steps = 3
const officers = 10
const wib = 420
const day = 86_400_000

const place = (index: number) => {
  const office = index % offices
  return {
    agency: `kantor-${office}`,
    village: null,
    service: `layanan-${office}-${Math.floor(index / offices) % services}`,
    step: `langkah-${Math.floor(index / (offices * services)) % steps}`,
    officer: `petugas-${office}-${Math.floor(index / 7) % officers}`,
  }
}

/** Offices and services with names, as every office and service of a regency has. */
export async function seedNames(db: Db): Promise<void> {
  const copy = async (collection: string, filter: object, codes: string[]) => {
    const { _id, ...known } = (await db.collection(collection).findOne({ regency, ...filter })) ?? {}
    if (!_id) throw new Error(`${collection} holds nothing to copy`)
    await db.collection(collection).insertMany(codes.map((code) => ({ ...known, code })))
  }
  const all = Array.from({ length: offices }, (_, office) => office)
  const named = all.flatMap((office) =>
    Array.from({ length: services }, (_, service) => `layanan-${office}-${service}`),
  )
  await copy(
    'agencies',
    {},
    all.map((office) => `kantor-${office}`),
  )
  await copy('services', { code: benchService }, named)
  await copy('serviceVersions', { code: benchService }, named)
}

/** Open tasks of many offices, some of them overdue. */
export async function seedOpen(db: Db, open: number, now: number): Promise<void> {
  await inBatches(open, async (index) => taskOf(index, now, 'open')).into(db, 'tasks')
}

/** Closed tasks, what happened in them, and the sums; answers how many sums there are. */
export async function seedClosed(db: Db, closed: number, now: number): Promise<number> {
  await inBatches(closed, async (index) => taskOf(index, now, 'decided')).into(db, 'tasks')
  const sums = new Map<string, Tallied>()
  await inBatches(closed, async (index) => {
    const movement = movementOf(index, now)
    addUp([movement], wib, sums)
    const { at, receivedAt, since } = movement
    return {
      ...movement,
      regency,
      office: movement.agency,
      at: new Date(at),
      receivedAt: new Date(receivedAt),
      since: since === null ? null : new Date(since),
      application: `ukur-${index}`,
      number: `UKUR-${index}`,
      folded: true,
    }
  }).into(db, 'movements')
  const rows = [...sums.values()]
  await inBatches(rows.length, async (index) => {
    const row = rows[index]
    return row ? { ...row.key, ...row.sums, name: nameOf(row.key), regency } : {}
  }).into(db, 'tallies')
  return rows.length
}

function inBatches(count: number, make: (index: number) => Promise<object>) {
  return {
    async into(db: Db, collection: string): Promise<void> {
      for (let from = 0; from < count; from += 5_000) {
        const size = Math.min(5_000, count - from)
        const rows = await Promise.all(Array.from({ length: size }, (_, offset) => make(from + offset)))
        await db.collection(collection).insertMany(rows, { ordered: false })
      }
    },
  }
}

function taskOf(index: number, now: number, status: 'open' | 'decided'): object {
  const { officer, ...where } = place(index)
  const due = now + (((index * 7_919) % 20_000) - 2_000) * 60_000
  const ended = status === 'decided' ? new Date(now - (index % 360) * day) : null
  return {
    regency,
    task: `UKUR-${status}-${index}:satu`,
    application: randomUUID(),
    number: `UKUR-${index}`,
    serviceVersion: 1,
    track: 'main',
    kind: 'review',
    role: 'verifier',
    roles: ['verifier'],
    servicePoint: null,
    applicantName: 'Sri Rahayu',
    decisions: ['approve'],
    status,
    assignee: index % 3 ? officer : null,
    openedAt: new Date(now - (index % 400) * day),
    endedAt: ended,
    clock: {
      id: 'x',
      rule: { budget: { unit: 'working-days', amount: 1 }, calendar: 'banyuwangi', rungs: [] },
      startedAt: now,
      pauses: [],
      calendarVersion: 1,
      rungs: [],
      reached: [],
      stoppedAt: null,
    },
    dueAt: new Date(due),
    warnAt: new Date(due - day),
    shift: 0,
    ...where,
    service: benchService,
    step: benchSteps[index % benchSteps.length],
  }
}

function movementOf(index: number, now: number): Counted {
  const at = now - (index % 360) * day
  return {
    ...place(index),
    seq: 1,
    kind: 'decided',
    at,
    task: `UKUR-decided-${index}:satu`,
    seat: null,
    outcome: 'approve',
    timed: true,
    late: index % 11 === 0,
    tookMs: (index % 50) * 3_600_000,
    receivedAt: at - 3 * day,
    since: at - day,
    shares: null,
    overtook: index % 40 === 0 ? 2 : 0,
    overtookFree: 0,
  }
}
