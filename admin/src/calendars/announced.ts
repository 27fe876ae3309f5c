import type { ChangeCalendar } from '../../../contracts/calendars.ts'
import type { ClosureKind } from '../../../domain/working-time/index.ts'

export type Said = { date: string; kind: ClosureKind; name: string; nameEn: string; reason: string; source: string }

export const nothingSaid: Said = { date: '', kind: 'cuti-bersama', name: '', nameEn: '', reason: '', source: '' }

/** The shortest reason and source the API takes. */
const shortest: Partial<Record<keyof Said, number>> = { reason: 5, source: 5 }

export function missingIn(said: Said): (keyof Said)[] {
  return (Object.keys(said) as (keyof Said)[]).filter((name) => said[name].trim().length < (shortest[name] ?? 1))
}

/** One closure, over the version that was read. */
export function bodyOf({ date, kind, name, nameEn, reason, source }: Said, version: number): ChangeCalendar {
  return { version, closures: [{ date, kind, name: { id: name, en: nameEn } }], reason, source }
}
