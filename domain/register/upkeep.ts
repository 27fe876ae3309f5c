import { monthsLater } from './agenda.ts'
import type { Upkeep } from './events.ts'

/** What a register asks for, as its service writes it down. */
export type UpkeepRule = {
  reminders?: readonly number[] | undefined
  report?: { everyMonths: number; firstAfterMonths: number } | undefined
}

const dayMs = 86_400_000

/** The instants of a licence's reminders and reports, by the rule in force on the day of its entry. */
export function upkeepOf(
  { reminders = [], report }: UpkeepRule,
  { validFrom, validUntil }: { validFrom: number; validUntil: number | null },
  utcOffsetMinutes: number,
): Upkeep {
  const ahead = [...reminders].sort((a, b) => b - a)
  return {
    reminders:
      validUntil === null
        ? []
        : ahead.map((days) => ({ days, at: validUntil + 1 - days * dayMs })).filter(({ at }) => at > validFrom),
    reports: report
      ? {
          firstAt: monthsLater(validFrom, report.firstAfterMonths, utcOffsetMinutes),
          everyMonths: report.everyMonths,
          utcOffsetMinutes,
        }
      : null,
  }
}

/** Renewal opens with the first reminder; where a register reminds nobody, 90 days before the end. */
export function renewalOpensAt(upkeep: Upkeep, validUntil: number): number {
  return upkeep.reminders[0]?.at ?? validUntil + 1 - 90 * dayMs
}
