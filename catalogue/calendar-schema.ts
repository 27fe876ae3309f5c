import { z } from 'zod'
import {
  afterClosingRules,
  type Calendar,
  type CalendarLayer,
  checkCalendar,
  closureKinds,
  type WrittenCalendar,
  weekdays,
} from '../domain/working-time/index.ts'

const code = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case words joined by dashes')
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date, YYYY-MM-DD')
const text = z.strictObject({ id: z.string().min(1), en: z.string().min(1) })
const source = z.string().min(5, 'must say where it is from')
const hours = z.array(z.string().regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/, 'must be hours, HH:MM-HH:MM'))
const week = z.strictObject(Object.fromEntries(weekdays.map((day) => [day, hours.optional()])))
const datedHours = z.strictObject({ from: date, until: date.optional(), week, source })

/** What a calendar may grow to: decades, with every day of them closed by hand. */
const most = { hours: 100, seasons: 100, days: 2_000 } as const

export const seasonSchema = z.strictObject({
  code,
  name: text,
  from: date,
  until: date,
  working: week,
  opening: week.optional(),
  source,
})
export const closureSchema = z.strictObject({ date, kind: z.enum(closureKinds), name: text, source })
export const extraDaySchema = z.strictObject({
  date,
  name: text,
  working: hours.min(1),
  opening: hours.optional(),
  source,
})

const head = { code, version: z.int().min(1), name: text }
const parts = {
  workingHours: z.array(datedHours).min(1).max(most.hours),
  openingHours: z.array(datedHours).min(1).max(most.hours).optional(),
  seasons: z.array(seasonSchema).max(most.seasons),
  closures: z.array(closureSchema).max(most.days),
  extraWorkingDays: z.array(extraDaySchema).max(most.days),
  receiptRule: z.strictObject({
    afterClosing: z.enum(afterClosingRules),
    excludesDayOfReceipt: z.boolean(),
    article: z.string().min(5, 'must name the article of the counting rule'),
    source,
  }),
}

/** A calendar file of a pack that extends another: what differs here. Whether it fits is checked over the other. */
const layerSchema = z.strictObject({
  ...head,
  extends: code,
  workingHours: parts.workingHours.optional(),
  openingHours: parts.openingHours,
  seasons: parts.seasons.optional(),
  closures: parts.closures.optional(),
  extraWorkingDays: parts.extraWorkingDays.optional(),
  worksThrough: z.array(z.strictObject({ date, source })).max(most.days).optional(),
  receiptRule: parts.receiptRule.optional(),
}) satisfies z.ZodType<CalendarLayer>

/** A calendar file of a pack: its shape, then everything `compileCalendar` would refuse. */
export const calendarSchema = z
  .strictObject({ ...head, utcOffsetMinutes: z.int(), coversFrom: date, coversUntil: date, ...parts })
  .superRefine((calendar, context) => {
    for (const { path, message } of checkCalendar(calendar)) {
      context.addIssue({ code: 'custom', path: [...path], message })
    }
  }) satisfies z.ZodType<Calendar>

/** The shape of a calendar file as it is written: whole, or on top of another that it `extends`. */
export function writtenCalendarSchema(json: unknown): z.ZodType<WrittenCalendar> {
  return typeof json === 'object' && json !== null && 'extends' in json ? layerSchema : calendarSchema
}

/** The calendar of one file, or every problem with it; a problem names file, entry and field. */
export function checkCalendarFile(file: string, json: unknown): { calendar?: Calendar; problems: string[] } {
  const result = calendarSchema.safeParse(json)
  if (result.success) return { calendar: result.data, problems: [] }
  return { problems: result.error.issues.map(({ path, message }) => `${file}: ${placeOf(json, path)}: ${message}`) }
}

/** @throws Error with one line for each problem of the file. */
export function parseCalendar(file: string, json: unknown): Calendar {
  const { calendar, problems } = checkCalendarFile(file, json)
  if (!calendar) throw new Error(problems.join('\n'))
  return calendar
}

/** `closures[3] (2026-02-17) kind`: an entry is easier to find by its date than by its index. */
function placeOf(json: unknown, path: readonly PropertyKey[]): string {
  let value = json
  let place = ''
  for (const key of path) {
    value = childOf(value, key)
    if (typeof key !== 'number') place += place ? ` ${String(key)}` : String(key)
    else {
      const label = ['code', 'date', 'from'].map((name) => childOf(value, name)).find((it) => typeof it === 'string')
      place += label === undefined ? `[${key}]` : `[${key}] (${label})`
    }
  }
  return place || 'the file'
}

function childOf(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
