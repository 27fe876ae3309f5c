import type { Request } from 'express'
import type { CaseClocks } from '../../contracts/clock.ts'
import type { LocalText } from '../../contracts/common.ts'
import { termClock } from '../../domain/case/state.ts'
import { type Holder, type Span, whoseTime } from '../../domain/case/whose-time.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { agencyNames, calendarOf, villageOfficeOf } from '../../models/catalogue/catalogue.ts'
import { clockOfState, iso, isoOrNull } from '../case/clock.ts'
import { presentClocks } from '../case/clocks.ts'
import { asOf } from '../case/present-row.ts'
import { readerOf } from '../case/reader.ts'
import { readLines } from './timeline.ts'

/** A case's account of time: every clock, and whose the time was, by the calendar of its term, or of its first clock. */
export async function caseClocks(request: Request, application: ApplicationRecord): Promise<CaseClocks> {
  const { clocks } = application.state
  const now = asOf(application)
  const [first] = [clocks[termClock], ...Object.values(clocks)].filter((clock) => clock !== undefined)
  const told = {
    clocks: await presentClocks(Object.values(clocks).map(clockOfState), readerOf(request), now),
    asOf: iso(now),
  }
  if (!first) return { ...told, calendar: null, from: null, until: null, total: null, holders: [] }
  const calendar = await calendarOf(first.rule.calendar)
  const { from, until, total, holders } = whoseTime(await readLines(application._id), calendar, now)
  const names = await agencyNames()
  return {
    ...told,
    calendar: { code: calendar.code, version: calendar.version },
    from: iso(from),
    until: isoOrNull(until),
    total: rounded(total),
    holders: await Promise.all(
      holders.map(async ({ kind, code, spans, ...worked }) => ({
        kind,
        code,
        name: (await nameOf({ kind, code } as Holder, names))[request.language],
        spans: spans.map(presentSpan),
        ...rounded(worked),
      })),
    ),
  }
}

const presentSpan = ({ from, until }: Span) => ({ from: iso(from), until: isoOrNull(until) })

/** Days to a hundredth, minutes whole. */
function rounded({ workingDays, workingMinutes }: { workingDays: number; workingMinutes: number }) {
  return { workingDays: Math.round(workingDays * 100) / 100, workingMinutes: Math.round(workingMinutes) }
}

const nobodys: Record<'applicant' | 'system', LocalText> = {
  applicant: { id: 'Pemohon', en: 'Applicant' },
  system: { id: 'Sistem', en: 'System' },
}

async function nameOf(holder: Holder, agencies: ReadonlyMap<string, string>): Promise<LocalText> {
  if (holder.code === null) return nobodys[holder.kind]
  if (holder.kind !== 'village') return same(agencies.get(holder.code) ?? holder.code)
  return same(holder.code === '' ? '' : (await villageOfficeOf(holder.code)).name)
}

const same = (name: string): LocalText => ({ id: name, en: name })
