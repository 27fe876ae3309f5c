/**
 * The words of working time. An instant is UTC epoch milliseconds everywhere; dates and hours are local to the calendar,
 * whose zone is a fixed offset (Indonesia has no daylight saving).
 */

/** UTC epoch milliseconds, a whole number. */
export type Instant = number

/** Local date, `2026-03-21`. */
export type LocalDate = string

/** Local hours inside one day, from inclusive to exclusive: `07:30-12:00`. A break is the gap between two of them. */
export type Hours = string

export type BilingualText = { id: string; en: string }

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

/** A weekday that is left out has no hours. */
export type WeeklyHours = Readonly<Partial<Record<Weekday, readonly Hours[]>>>

/** In force from `from` to `until`, both days included; without `until`, until further notice. */
export type DatedHours = { from: LocalDate; until?: LocalDate; week: WeeklyHours; source: string }

/** Replaces the weekly hours from `from` to `until`, both included; without `opening` the opening hours stay as they were. */
export type Season = {
  code: string
  name: BilingualText
  from: LocalDate
  until: LocalDate
  working: WeeklyHours
  opening?: WeeklyHours
  source: string
}

export const closureKinds = ['national-holiday', 'cuti-bersama', 'local'] as const
export type ClosureKind = (typeof closureKinds)[number]

/** Nobody works and no counter is open. */
export type Closure = { date: LocalDate; kind: ClosureKind; name: BilingualText; source: string }

/** A working day on a date that would not be one; without `opening` the counters keep that weekday's opening hours. */
export type ExtraWorkingDay = {
  date: LocalDate
  name: BilingualText
  working: readonly Hours[]
  opening?: readonly Hours[]
  source: string
}

export const afterClosingRules = ['next-working-day', 'next-opening-day'] as const

/**
 * How days are counted from a receipt. A receipt before closing on an opening day counts as that day's; any other counts
 * as received on the day that `afterClosing` names. Where a counter opens on days that are no working days,
 * `next-opening-day` keeps a Saturday filing from overtaking one of Friday evening.
 */
export type ReceiptRule = {
  afterClosing: (typeof afterClosingRules)[number]
  /** true: day 1 is the first working day after the day of receipt; false: the day of receipt itself if it is a working day. */
  excludesDayOfReceipt: boolean
  article: string
  source: string
}

/** A calendar as data. Nothing may be counted outside `coversFrom`–`coversUntil` (both included). */
export type Calendar = {
  code: string
  version: number
  name: BilingualText
  /** WIB 420, WITA 480, WIT 540. */
  utcOffsetMinutes: number
  coversFrom: LocalDate
  coversUntil: LocalDate
  /** When work is done: the only hours that count for terms. */
  workingHours: readonly DatedHours[]
  /** When receipts count as the day's; without it, the working hours. */
  openingHours?: readonly DatedHours[]
  seasons: readonly Season[]
  closures: readonly Closure[]
  extraWorkingDays: readonly ExtraWorkingDay[]
  receiptRule: ReceiptRule
}

/** `working-days` are HK (hari kerja): each counts as one, however short. */
export type Unit = 'working-days' | 'working-minutes'

/** `amount` is a positive whole number. */
export type Budget = { unit: Unit; amount: number }

/** Time away, `from` included, `until` not; without `until` it is still open. */
export type Pause = { from: Instant; until?: Instant | null }
