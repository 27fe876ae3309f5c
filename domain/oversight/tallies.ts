import { plainDay } from '../indonesian-time.ts'
import { bucketOf, type KeptGrain, keptGrains } from './buckets.ts'
import { officeOf } from './dimensions.ts'
import type { Movement } from './movements.ts'

/** How finely a tally tells apart; a question is answered by the coarsest that tells apart what it asks. */
export const levels = ['office', 'service', 'step', 'officer'] as const
export type Level = (typeof levels)[number]

/** What a tally is of. `day`: open cases by the day they came. */
export type TallyKey = {
  subject: 'task' | 'case'
  grain: KeptGrain | 'day'
  from: string
  level: Level
  agency: string | null
  village: string | null
  office: string
  service: string | null
  step: string | null
  officer: string | null
}

export const measures = [
  'received',
  'decided',
  'timed',
  'late',
  'tookMs',
  'overtakings',
  'freeOvertakings',
  'overtaken',
  'closed',
  'officeMs',
  'applicantMs',
  'outsideMs',
  'open',
] as const
export type Measure = (typeof measures)[number]
export type Measures = Partial<Record<Measure, number>>

export type Counted = Movement & { service: string; overtook: number; overtookFree: number }

/** What one movement adds to which tallies. */
export function additionsOf(movement: Counted, utcOffsetMinutes: number): { key: TallyKey; add: Measures }[] {
  const day = plainDay(movement.at, utcOffsetMinutes)
  const inBuckets = keptGrains.map((grain) => ({ grain, from: bucketOf(day, grain) }))
  switch (movement.kind) {
    case 'decided':
      return inBuckets.flatMap((bucket) =>
        (['office', 'service', 'step', 'officer'] as const).map((level) => ({
          key: keyOf(movement, 'task', bucket, level),
          add: decisionOf(movement),
        })),
      )
    case 'received':
      return [...caseAdditions(movement, inBuckets, { received: 1 }), ...openAdditions(movement, utcOffsetMinutes, 1)]
    case 'closed':
      return [...caseAdditions(movement, inBuckets, endOf(movement)), ...openAdditions(movement, utcOffsetMinutes, -1)]
    case 'reopened':
      return openAdditions(movement, utcOffsetMinutes, 1)
  }
}

function decisionOf({ timed, late, tookMs, overtook, overtookFree }: Counted): Measures {
  return {
    decided: 1,
    tookMs,
    ...(timed ? { timed: 1 } : {}),
    ...(late ? { late: 1 } : {}),
    ...(overtook > 0 ? { overtakings: 1, overtaken: overtook } : {}),
    ...(overtookFree > 0 ? { freeOvertakings: 1 } : {}),
  }
}

function endOf({ timed, late, shares }: Counted): Measures {
  return {
    ...(timed ? { timed: 1 } : {}),
    ...(late ? { late: 1 } : {}),
    ...(shares ? { closed: 1, officeMs: shares.office, applicantMs: shares.applicant, outsideMs: shares.outside } : {}),
  }
}

type Bucket = Pick<TallyKey, 'grain' | 'from'>
const caseLevels = ['office', 'service'] as const

function caseAdditions(movement: Counted, buckets: Bucket[], add: Measures) {
  return buckets.flatMap((bucket) => caseLevels.map((level) => ({ key: keyOf(movement, 'case', bucket, level), add })))
}

function openAdditions(movement: Counted, utcOffsetMinutes: number, open: 1 | -1) {
  const bucket = { grain: 'day' as const, from: plainDay(movement.receivedAt, utcOffsetMinutes) }
  return caseAdditions(movement, [bucket], { open })
}

function keyOf(movement: Counted, subject: TallyKey['subject'], bucket: Bucket, level: Level): TallyKey {
  const { agency, village, service, step, officer } = movement
  const depth = levels.indexOf(level)
  return {
    subject,
    ...bucket,
    level,
    agency,
    village,
    office: officeOf(movement),
    service: depth >= 1 ? service : null,
    step: depth >= 2 ? step : null,
    officer: depth >= 3 ? officer : null,
  }
}

/** Adds movements up, a line for each tally they touch. */
export function addUp(movements: Iterable<Counted>, utcOffsetMinutes: number, into = new Map<string, Tallied>()) {
  for (const movement of movements) {
    for (const { key, add } of additionsOf(movement, utcOffsetMinutes)) {
      const name = nameOf(key)
      const known = into.get(name) ?? { key, sums: {} }
      for (const [measure, value] of Object.entries(add) as [Measure, number][])
        known.sums[measure] = (known.sums[measure] ?? 0) + value
      into.set(name, known)
    }
  }
  return into
}
export type Tallied = { key: TallyKey; sums: Measures }

/** Unique among a regency's tallies. */
export function nameOf({ subject, grain, from, level, office, service, step, officer }: TallyKey): string {
  return [subject, grain, from, level, office, service, step, officer].map((part) => part ?? '').join('|')
}
