import {
  type Calendar,
  checkCalendar,
  checkLayer,
  isLayer,
  layOver,
  type WrittenCalendar,
} from '../../domain/working-time/index.ts'
import { packFiles } from './pack.ts'
import { pathWords } from './path-words.ts'
import type { Problem } from './problem.ts'

/**
 * Every calendar whole: those that extend another laid over it, however many stand on each other. What does not fit is told
 * by file and entry, and left out.
 */
export function wholeCalendars(written: readonly WrittenCalendar[], problems: Problem[]): Calendar[] {
  const whole = new Map<string, Calendar>()
  const byCode = new Map(written.map((calendar) => [calendar.code, calendar]))
  for (const calendar of written) lay(calendar, [])
  return written.flatMap(({ code }) => whole.get(code) ?? [])

  function lay(calendar: WrittenCalendar, above: readonly string[]): Calendar | undefined {
    const { code } = calendar
    const known = whole.get(code)
    if (known) return known
    if (!isLayer(calendar)) {
      whole.set(code, calendar)
      return calendar
    }
    const report = (path: string, message: string, mend?: string) => {
      if (above.length === 0)
        problems.push({ file: `${packFiles.calendars}/${code}.json`, path, message, ...(mend && { mend }) })
    }
    if (above.includes(code)) return undefined
    const under = byCode.get(calendar.extends)
    if (!under && problems.some(({ file }) => file === `${packFiles.calendars}/${calendar.extends}.json`))
      return undefined
    if (!under) {
      report(
        'extends',
        `"${calendar.extends}" is no calendar of this pack`,
        `there is ${[...byCode.keys()].join(', ')}`,
      )
      return undefined
    }
    const below = lay(under, [...above, code])
    if (!below) {
      report('extends', `${calendar.extends} does not stand by itself: it is wrong, or extends this one`)
      return undefined
    }
    const laid = layOver(below, calendar)
    const own = checkLayer(below, calendar)
    const asWhole = checkCalendar(laid)
    for (const { path, message } of own) report(pathWords(calendar, path), message)
    for (const { path, message } of asWhole) report(pathWords(laid, path), message)
    if (own.length + asWhole.length > 0) return undefined
    whole.set(code, laid)
    return laid
  }
}
