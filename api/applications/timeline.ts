import type { Request } from 'express'
import type { TimelineEntry } from '../../contracts/applications.ts'
import type { TimelineEvent } from '../../domain/case/events.ts'
import { namesOf } from '../../models/auth-user.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { actsOf } from '../../models/case/keep-act.ts'
import { TimelineEntry as Line, type TimelineRecord } from '../../models/case/timeline-entry.ts'
import { mayCorrect } from '../case/allowed.ts'
import { readerOf } from '../case/reader.ts'
import { presentTimelineEntry } from '../case/timeline.ts'

/** The whole story of a case, oldest first. Officers are named among officers; to the applicant they are the office. */
export async function timelineOf(request: Request, application: ApplicationRecord): Promise<TimelineEntry[]> {
  const reader = readerOf(request)
  const inside = !mayCorrect(request.person, application)
  const lines = await readLines(application._id)
  const people = lines.filter(({ by }) => by.kind === 'citizen' || (inside && by.kind === 'officer'))
  const around = {
    words: await reader.words(application),
    acts: await actsOf(application._id),
    names: await namesOf(people.map(({ by }) => by.id)),
    language: request.language,
    inside,
  }
  return lines.map((line) => presentTimelineEntry(line, around))
}

export async function readLines(application: string): Promise<TimelineEvent[]> {
  const lines = await Line.find({ application }).sort({ seq: 1 }).lean<TimelineRecord[]>()
  return lines.map(({ seq, type, at, by, data, hash }) => ({ seq, type, at, by, data, hash }) as TimelineEvent)
}
