import { z } from 'zod'
import { afterClosingRules, closureKinds, weekdays } from '../domain/working-time/index.ts'
import { Code, Id, Instant, LocalText } from './common.ts'

const Day = z.iso.date('must be a date, YYYY-MM-DD')
const Hours = z.array(z.string().regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/, 'must be hours, HH:MM-HH:MM')).max(10)
const Week = z.strictObject(Object.fromEntries(weekdays.map((day) => [day, Hours.optional()])))
const Words = z.strictObject({
  id: z.string().trim().min(1).max(200),
  en: z.string().trim().min(1).max(200),
})
const most = 60

const DatedHours = z.object({ from: Day, until: Day.optional(), week: Week, source: z.string() })
const Season = z.object({
  code: Code,
  name: LocalText,
  from: Day,
  until: Day,
  working: Week,
  opening: Week.optional(),
  source: z.string(),
})
const Closure = z.object({ date: Day, kind: z.enum(closureKinds), name: LocalText, source: z.string() })
const ExtraDay = z.object({ date: Day, name: LocalText, working: Hours, opening: Hours.optional(), source: z.string() })

const Named = z.object({ code: Code, name: z.string() })

/** Who goes by a calendar: whoever names it, and services whose clocks it counts, with the offices whose time that is. */
export const CalendarUsers = z
  .object({
    /** Of every office that names none. */
    regency: z.boolean(),
    offices: z.array(Named),
    /** Their opening days; no clock is counted by them. */
    servicePoints: z.array(Named),
    services: z.array(z.object({ code: Code, name: LocalText, clocks: z.int(), offices: z.array(z.string()) })),
  })
  .meta({ id: 'CalendarUsers' })
export type CalendarUsers = z.infer<typeof CalendarUsers>

export const CalendarSummary = z
  .object({
    id: Code,
    code: Code,
    version: z.int(),
    name: LocalText,
    /** WIB 420, WITA 480, WIT 540. */
    utcOffsetMinutes: z.int(),
    coversFrom: Day,
    coversUntil: Day,
    /** The calendar it stands on, where it says only what differs. */
    extends: Code.nullable(),
    /** Open cases whose clocks count by it. */
    openCases: z.int(),
    usedBy: CalendarUsers,
  })
  .meta({ id: 'CalendarSummary' })
export type CalendarSummary = z.infer<typeof CalendarSummary>

/** A version that was published; `by` is for those who publish calendars, and null where it came with a pack. */
export const CalendarVersionRow = z
  .object({
    version: z.int(),
    publishedAt: Instant,
    by: z.object({ id: Id, name: z.string() }).nullable(),
    reason: z.string().nullable(),
    source: z.string().nullable(),
    /** The calendar it extends, whose change it followed. */
    follows: z.object({ code: Code, version: z.int() }).nullable(),
    /** How far it has got among the open cases; null for a calendar's first version. */
    spread: z.object({ cases: z.int(), moved: z.int(), stuck: z.int(), finishedAt: Instant.nullable() }).nullable(),
  })
  .meta({ id: 'CalendarVersionRow' })
export type CalendarVersionRow = z.infer<typeof CalendarVersionRow>

export const CalendarDetail = CalendarSummary.extend({
  workingHours: z.array(DatedHours),
  openingHours: z.array(DatedHours).nullable(),
  seasons: z.array(Season),
  closures: z.array(Closure),
  extraWorkingDays: z.array(ExtraDay),
  receiptRule: z.object({
    afterClosing: z.enum(afterClosingRules),
    excludesDayOfReceipt: z.boolean(),
    article: z.string(),
    source: z.string(),
  }),
  /** Calendars that stand on it: a change here is one there. */
  extendedBy: z.array(Code),
  /** Newest first. */
  versions: z.array(CalendarVersionRow),
}).meta({ id: 'CalendarDetail' })
export type CalendarDetail = z.infer<typeof CalendarDetail>

/** What is announced; `version` is the one in force that was read. */
export const ChangeCalendar = z
  .strictObject({
    version: z.int().min(1),
    closures: z
      .array(z.strictObject({ date: Day, kind: z.enum(closureKinds), name: Words }))
      .max(most)
      .optional(),
    /** Closures that are taken back. */
    withdraws: z.array(Day).max(most).optional(),
    extraWorkingDays: z
      .array(z.strictObject({ date: Day, name: Words, working: Hours.min(1), opening: Hours.optional() }))
      .max(most)
      .optional(),
    /** One of the same code is replaced. */
    seasons: z
      .array(
        z.strictObject({ code: Code, name: Words, from: Day, until: Day, working: Week, opening: Week.optional() }),
      )
      .max(10)
      .optional(),
    /** Why, for the cases' timelines and their applicants. */
    reason: z.string().trim().min(5).max(300),
    /** The decree or letter, with number and date. */
    source: z.string().trim().min(5).max(300),
  })
  .meta({ id: 'ChangeCalendar' })
export type ChangeCalendar = z.infer<typeof ChangeCalendar>

/** What a change would do, before it is published. */
export const CalendarPreview = z
  .object({
    /** Versions it would put in force: this calendar's, and of those that stand on it. */
    versions: z.array(z.object({ code: Code, version: z.int() })),
    openCases: z.int(),
    /** Open cases in which the end of a clock would move. */
    moved: z.int(),
    /** Cases that the calendar's days do not reach: extend it first. */
    stuck: z.int(),
    /** The first of those that move, by their present end. */
    sample: z.array(
      z.object({ application: Id, number: z.string(), clock: z.string(), was: Instant, becomes: Instant }),
    ),
  })
  .meta({ id: 'CalendarPreview' })
export type CalendarPreview = z.infer<typeof CalendarPreview>
