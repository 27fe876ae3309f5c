import { z } from 'zod'
import { ageBars, grains } from '../domain/oversight/buckets.ts'
import { dimensions } from '../domain/oversight/dimensions.ts'
import { Code, Id, Instant } from './common.ts'
import { groupFields, OfficeCode, sliceFields } from './oversight.ts'

/** The last so many weeks or months, with the one that is not over yet. */
export const periodFields = {
  grain: z.enum(grains).default('month'),
  last: z.int().min(1).max(60).default(12),
}

const share = z.number().min(0).max(1).nullable()

/** Filters of `GET /api/oversight/results`. */
export const ResultFilter = z.strictObject({
  by: z.enum(dimensions).default('office'),
  ...periodFields,
  ...sliceFields,
})

/** What became of the tasks that were decided in the period. */
export const ResultRow = z
  .object({
    ...groupFields,
    decided: z.int(),
    /** Of those, how many had a clock to keep, and how many did not keep it. */
    timed: z.int(),
    late: z.int(),
    /** Decided within the clock, of those that had one; null where none had. */
    onTimeShare: share,
    /** Mean hours by the wall from coming to being decided. */
    meanHours: z.number(),
    /** Decisions that went before an older equal; `freeOvertakings`: before one that no colleague held. */
    overtakings: z.int(),
    freeOvertakings: z.int(),
    overtakenTasks: z.int(),
  })
  .meta({ id: 'ResultRow' })
export type ResultRow = z.infer<typeof ResultRow>

/** Filters of `GET /api/oversight/trend`. */
export const TrendFilter = z.strictObject({ ...periodFields, ...sliceFields })

/** A week (from Monday) or month: tasks that were decided in it, and how many within their clocks. */
export const TrendRow = z
  .object({
    /** The first day, `2026-11-01`. */
    id: z.iso.date(),
    decided: z.int(),
    timed: z.int(),
    late: z.int(),
    onTimeShare: share,
  })
  .meta({ id: 'TrendRow' })
export type TrendRow = z.infer<typeof TrendRow>

const caseSlice = { office: OfficeCode.optional(), service: Code.optional() }

/** Filters of `GET /api/oversight/time-spent`. */
export const SpentFilter = z.strictObject({
  by: z.enum(['office', 'service']).default('office'),
  ...periodFields,
  ...caseSlice,
})

/** Cases that ended in the period: whether the promised term was kept, and whose time they took (hours by the wall). */
export const SpentRow = z
  .object({
    ...groupFields,
    received: z.int(),
    closed: z.int(),
    timed: z.int(),
    late: z.int(),
    onTimeShare: share,
    officeHours: z.number(),
    applicantHours: z.number(),
    outsideHours: z.number(),
  })
  .meta({ id: 'SpentRow' })
export type SpentRow = z.infer<typeof SpentRow>

/** Filters of `GET /api/oversight/ageing`. */
export const AgeingFilter = z.strictObject(caseSlice)
/** Open cases by how many days ago they came. */
export const AgeingRow = z.object({ id: z.enum(ageBars), open: z.int() }).meta({ id: 'AgeingRow' })
export type AgeingRow = z.infer<typeof AgeingRow>

/** Filters of `GET /api/oversight/overtakings`; `free`: only where one was passed over that no colleague held. */
export const OvertakingFilter = z.strictObject({ ...periodFields, ...sliceFields, free: z.literal(true).optional() })

/** A reason in words, and who gave it when. */
export const OvertakingReasonLine = z
  .object({ text: z.string(), by: z.object({ id: Id, name: z.string() }), at: Instant })
  .meta({ id: 'OvertakingReasonLine' })
export type OvertakingReasonLine = z.infer<typeof OvertakingReasonLine>

/** `POST /api/oversight/overtakings/:application/:task/reasons`: why, without naming applicants. */
export const ExplainOvertaking = z
  .strictObject({ reason: z.string().trim().min(3).max(500) })
  .meta({ id: 'ExplainOvertaking' })
export type ExplainOvertaking = z.infer<typeof ExplainOvertaking>

/** A decision that went before older equals: same step of the same service, same desk, in line before it. */
export const OvertakingRow = z
  .object({
    ...groupFields,
    application: Id,
    number: z.string(),
    task: Id,
    at: Instant,
    /** Since when it stood in line itself. */
    since: Instant,
    outcome: z.string(),
    overtook: z.int(),
    overtookFree: z.int(),
    /** Why, where the timeline tells it: all the older ones were held by colleagues. Null where nothing tells. */
    reason: z.enum(['held-by-colleagues']).nullable(),
    /** What was said of it, oldest first: lines that stay. */
    reasons: z.array(OvertakingReasonLine),
    /** Whether the reader may add one. */
    mayExplain: z.boolean(),
  })
  .meta({ id: 'OvertakingRow' })
export type OvertakingRow = z.infer<typeof OvertakingRow>
