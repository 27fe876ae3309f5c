import type { Db } from 'mongodb'
import { coverOf, type Grain } from '../../domain/oversight/buckets.ts'
import { timeLeftEdges } from '../../domain/oversight/standing.ts'

const regency = 'banyuwangi'

/** Figures of each row by what the row is of; an answer that says the same is equal. */
export type Told = Record<string, (number | string)[]>

/*
 * What Lontar answers over HTTP, worked out by the bare driver from the same collections by the same indexes. It leaves out
 * what only Lontar does: who may see which office, and what offices, services, steps and people are called.
 */

const isOpen = { regency, status: { $in: ['open', 'returned'] } }
const ends = { dueAt: { $subtract: ['$dueAt', '$shift'] }, warnAt: { $subtract: ['$warnAt', '$shift'] } }
const isPaused = { $or: [{ $eq: ['$status', 'returned'] }, { $eq: ['$dueAt', null] }] }

function firstThatHolds(cases: [condition: object, value: string][], otherwise: string): object | string {
  return cases.reduceRight<object | string>(
    (rest, [condition, value]) => ({ $cond: [condition, value, rest] }),
    otherwise,
  )
}

/** Open tasks of each group by how their clocks stand, with when the oldest came. */
export async function standing(db: Db, field: 'agency' | 'assignee'): Promise<Told> {
  const now = new Date()
  const isWarned = { $and: [{ $ne: ['$warnAt', null] }, { $lte: [ends.warnAt, now] }] }
  const isBreached = { $lte: [ends.dueAt, now] }
  const state = firstThatHolds(
    [
      [isPaused, 'paused'],
      [isBreached, 'breached'],
      [isWarned, 'warned'],
    ],
    'on-time',
  )
  const count = (name: string) => ({ $sum: { $cond: [{ $eq: ['$state', name] }, 1, 0] } })
  const rows = await db
    .collection('tasks')
    .aggregate([
      { $match: isOpen },
      { $project: { _id: 0, group: `$${field}`, state, came: { $subtract: ['$openedAt', '$shift'] } } },
      {
        $group: {
          _id: '$group',
          onTime: count('on-time'),
          warned: count('warned'),
          breached: count('breached'),
          paused: count('paused'),
          oldest: { $min: '$came' },
        },
      },
    ])
    .toArray()
  return Object.fromEntries(
    rows.map(({ _id, onTime, warned, breached, paused, oldest }) => [
      String(_id ?? ''),
      [onTime, warned, breached, paused, oldest.toISOString()],
    ]),
  )
}

/** Open tasks by how much time they have left; bars without any are left out. */
export async function timeLeft(db: Db): Promise<Told> {
  const left = { $subtract: [ends.dueAt, new Date()] }
  const bars = timeLeftEdges.map(([name, edge]): [object, string] => [
    { [edge <= 0 ? '$lte' : '$lt']: [left, edge] },
    name,
  ])
  const bar = firstThatHolds([[isPaused, 'paused'], ...bars], 'more')
  const rows = await db
    .collection('tasks')
    .aggregate([{ $match: isOpen }, { $group: { _id: bar, open: { $sum: 1 } } }])
    .toArray()
  return Object.fromEntries(rows.map(({ _id, open }) => [String(_id), [open]]))
}

/** The 25 tasks of an office that are overdue longest, and how many there are as far as lists count. */
export async function overdue(db: Db, agency: string): Promise<Told> {
  // Every one of them is a verifier's: said, so that the inbox's index is of use.
  const filter = { regency, agency, roles: 'verifier', status: 'open', dueAt: { $lte: new Date() } }
  const tasks = db.collection('tasks')
  const [rows, total] = await Promise.all([
    tasks.find(filter).sort({ dueAt: 1, task: 1 }).limit(25).toArray(),
    tasks.countDocuments(filter, { limit: 1_001 }),
  ])
  return { ...Object.fromEntries(rows.map(({ task }) => [String(task), []])), total: [total] }
}

const sums = ['decided', 'timed', 'late', 'tookMs', 'overtakings', 'freeOvertakings', 'overtaken'] as const
const summed = Object.fromEntries(sums.map((name) => [name, { $sum: `$${name}` }]))

type Period = { grain: Grain; from: readonly string[] }

/** What became of decided tasks, by office or step; quarters are read for three months, as Lontar does. */
export async function results(db: Db, level: 'office' | 'step', { grain, from }: Period): Promise<Told> {
  const group = level === 'office' ? ['$office'] : ['$service', '$step']
  const parts = await Promise.all(
    coverOf(grain, from).map((part) =>
      db
        .collection('tallies')
        .aggregate([
          { $match: { regency, subject: 'task', grain: part.grain, level, from: { $in: part.from } } },
          { $group: { _id: group, ...summed } },
        ])
        .toArray(),
    ),
  )
  const told = new Map<string, number[]>()
  for (const row of parts.flat()) {
    const key = row._id.join('/')
    const before = told.get(key)
    told.set(
      key,
      sums.map((name, at) => (before?.[at] ?? 0) + row[name]),
    )
  }
  return Object.fromEntries(
    [...told].map(([key, [decided = 0, timed = 0, late = 0, tookMs = 0, ...overtaken]]) => [
      key,
      [decided, timed, late, Math.round(tookMs / decided / 360_000) / 10, ...overtaken],
    ]),
  )
}

/** How many tasks were decided in each month, and of those with a clock how many late. */
export async function trend(db: Db, { grain, from }: Period): Promise<Told> {
  const rows = await db
    .collection('tallies')
    .aggregate([
      { $match: { regency, subject: 'task', grain, level: 'office', from: { $in: [...from] } } },
      { $group: { _id: '$from', ...summed } },
    ])
    .toArray()
  return Object.fromEntries(rows.map(({ _id, decided, timed, late }) => [String(_id), [decided, timed, late]]))
}
