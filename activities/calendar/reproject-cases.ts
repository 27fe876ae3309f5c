import { inParallel } from '../../infra/in-parallel.ts'
import { Application } from '../../models/case/application.ts'
import { CalendarSpread } from '../../models/catalogue/calendar-spread.ts'
import { inRegency } from '../../models/tenancy.ts'
import type { CalendarActivities, Reprojected, ReprojectRequest } from '../../workflows/calendar-activities.ts'
import type { CaseDeps } from '../deps.ts'
import { reprojectCase } from './reproject-case.ts'
import { wakeCase } from './wake-case.ts'

/** Cases of one activity, and how many of them at a time. */
const batch = 200
const lanes = 6

export function calendarActivities(deps: CaseDeps): CalendarActivities {
  return {
    reprojectCases: (request) => inRegency(request.regency, () => reprojectNext(deps, request)),
    finishSpread: ({ regency, calendar: code, version, cases, moved, stuck, at }) =>
      inRegency(regency, async () => {
        const told = { cases, moved, stuck, finishedAt: new Date(at) }
        await CalendarSpread.updateOne({ code, version, finishedAt: null }, { $set: told })
      }),
  }
}

async function reprojectNext(deps: CaseDeps, { calendar: code, after, at }: ReprojectRequest): Promise<Reprojected> {
  if (after === null) await wakeForgotten(deps)
  const { version } = await deps.catalogue.calendar(code, 'fresh')
  const beyond = after === null ? {} : { _id: { $gt: after } }
  const outdated = { clocked: { $elemMatch: { calendar: code, version: { $lt: version } } }, ...beyond }
  const found = await Application.find(outdated).sort({ _id: 1 }).limit(batch).select({ _id: 1 }).lean()
  const told = { cases: 0, moved: 0, stuck: 0 }
  await inParallel(found, lanes, async ({ _id }) => {
    const outcome = await reprojectCase(deps, _id, at)
    if (outcome === 'stuck') told.stuck += 1
    else if (outcome !== 'current') told.cases += 1
    if (outcome === 'moved') told.moved += 1
  })
  return { ...told, after: found.length < batch ? null : (found.at(-1)?._id ?? null) }
}

/** Cases whose word was lost with the process that was to send it. */
async function wakeForgotten(deps: CaseDeps): Promise<void> {
  const unwoken = await Application.find({ unwoken: true }).limit(batch).lean()
  await inParallel(unwoken, lanes, (application) => wakeCase(deps, application))
}
