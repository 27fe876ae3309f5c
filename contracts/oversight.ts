import { z } from 'zod'
import { dimensions } from '../domain/oversight/dimensions.ts'
import { standings, timeLeftBars } from '../domain/oversight/standing.ts'
import { Code, Id, Instant, LocalText } from './common.ts'

/** Code of an agency, or region code of a village. */
export const OfficeCode = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/)

/** Which part of the offices that one answers for; `officer` `nobody`: what nobody has taken up. */
export const sliceFields = {
  office: OfficeCode.optional(),
  service: Code.optional(),
  step: Code.optional(),
  officer: z.union([z.literal('nobody'), Id]).optional(),
}

/** What a group of figures is called; null for what it does not tell apart. */
export const GroupNames = z.object({
  office: z.string().nullable(),
  service: LocalText.nullable(),
  step: LocalText.nullable(),
  officer: z.string().nullable(),
})
export const groupFields = {
  /** Of the group, stable: what it is told apart by, joined by `/`. */
  id: z.string(),
  office: z.string().nullable(),
  service: z.string().nullable(),
  step: z.string().nullable(),
  /** Account; null where nobody has taken it up, or where officers are not told apart. */
  officer: z.string().nullable(),
  names: GroupNames,
}

/** Filters of `GET /api/oversight/standing`: by agency unless said otherwise. */
export const StandingFilter = z.strictObject({ by: z.enum(dimensions).default('office'), ...sliceFields })

/** Open tasks of a group, by how their clocks stand now. */
export const StandingRow = z
  .object({
    ...groupFields,
    onTime: z.int(),
    warned: z.int(),
    breached: z.int(),
    paused: z.int(),
    open: z.int(),
    /** Since when the task that has been open longest is. */
    oldest: Instant,
  })
  .meta({ id: 'StandingRow' })
export type StandingRow = z.infer<typeof StandingRow>

/** Filters of `GET /api/oversight/time-left`. */
export const SliceFilter = z.strictObject(sliceFields)

/** A bar of the histogram of time left, from the latest to what has most time; by the wall, not by working time. */
export const TimeLeftRow = z.object({ id: z.enum(timeLeftBars), open: z.int() }).meta({ id: 'TimeLeftRow' })
export type TimeLeftRow = z.infer<typeof TimeLeftRow>

/** Filters of `GET /api/oversight/tasks`: what lies behind a figure of `standing`. */
export const WatchedTaskFilter = z.strictObject({ ...sliceFields, state: z.enum(standings).optional() })
export type WatchedTaskFilter = z.infer<typeof WatchedTaskFilter>
