import { readFileSync } from 'node:fs'
import { parseCalendar } from '../../../catalogue/calendar-schema.ts'
import {
  type Calendar,
  type CompiledCalendar,
  compileCalendar,
  type Instant,
} from '../../../domain/working-time/index.ts'

function read(name: string): Calendar {
  const file = `packs/banyuwangi/calendars/${name}.json`
  return parseCalendar(file, JSON.parse(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')))
}

export const banyuwangiData = read('banyuwangi')
export const desaData = read('desa')
export const banyuwangi: CompiledCalendar = compileCalendar(banyuwangiData)
export const desa: CompiledCalendar = compileCalendar(desaData)

/** `2026-11-18 13:59` in WIB as an instant. */
export function wib(text: string): Instant {
  const ms = Date.parse(`${text.replace(' ', 'T')}+07:00`)
  if (Number.isNaN(ms)) throw new Error(`${text} is no time`)
  return ms
}

/** An instant as `Wed 2026-11-18 13:59` in WIB, with seconds only where there are any. */
export function inWib(instant: Instant | null): string | null {
  if (instant === null) return null
  const local = new Date(instant + 7 * 3_600_000)
  const weekday = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][local.getUTCDay()]
  const [date = '', time = ''] = local.toISOString().split('T')
  return `${weekday} ${date} ${time.replace(/(:00)?\.000Z$/, '')}`
}
