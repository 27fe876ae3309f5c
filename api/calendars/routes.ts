import { type Request, Router } from 'express'
import { z } from 'zod'
import type { CalendarChange, ChangePlan } from '../../catalogue/calendar-change.ts'
import { CalendarDetail, CalendarPreview, CalendarSummary, ChangeCalendar } from '../../contracts/calendars.ts'
import { Code } from '../../contracts/common.ts'
import { calendarHeads, calendarsInForce } from '../../models/catalogue/calendars-in-force.ts'
import { type CalendarRefusal, planPublication, publishCalendar } from '../../models/catalogue/publish-calendar.ts'
import { notFound } from '../errors/problems.ts'
import { authorise, signedIn } from '../middleware/ability.ts'
import { digestOf, requireSame } from '../middleware/idempotency.ts'
import { parseList, sendList } from '../middleware/list-query.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { presentCalendar, presentSummary } from './present.ts'
import { previewChange } from './preview.ts'
import { calendarChanged, calendarWrong, nothingNew } from './refusals.ts'
import { spreadSoon } from './spread-soon.ts'
import { calendarUsers } from './users.ts'

const path = z.object({ code: Code })

/** Working time as data: what is in force, and announcing a change of it. */
export const calendars: ApiResource = {
  name: 'calendars',
  routes({ cases }) {
    const router = Router()
    router.get('/calendars', async (request, response) => {
      authorise(request, 'read', 'calendar')
      const list = parseList(request.query, {
        filter: z.strictObject({}),
        sortable: { code: 'code' },
        defaultSort: ['code', 'ASC'],
        defaultLimit: 200,
      })
      const [all, users] = await Promise.all([calendarHeads(), calendarUsers()])
      const page = all.slice(list.skip, list.skip + list.limit)
      const rows = await Promise.all(page.map((each) => presentSummary(each, users)))
      sendList(response, 'calendars', list, rows, all.length)
    })

    router.get('/calendars/:code', async (request, response) => {
      authorise(request, 'read', 'calendar')
      response.json(await find(request))
    })

    router.post('/calendars/:code/preview', async (request, response) => {
      authorise(request, 'publish', 'calendar')
      const { code } = parse(path, request.params)
      const body = parse(ChangeCalendar, request.body)
      const plan = planPublication({ code, base: body.version, change: toChange(body) }, await calendarsInForce())
      response.json(await previewChange(accepted(plan, code)))
    })

    router.post('/calendars/:code/changes', async (request, response) => {
      authorise(request, 'publish', 'calendar')
      const { code } = parse(path, request.params)
      const body = parse(ChangeCalendar, request.body)
      const asked = digestOf({ code, ...body })
      const { version: base, reason, source } = body
      const published = await publishCalendar(
        { code, base, change: toChange(body), reason, source },
        { by: signedIn(request).account, key: request.idempotencyKey, asked },
      )
      if (published && 'known' in published) requireSame(published.known, asked)
      else await spreadSoon(cases, request.regency, accepted(published, code))
      response.status(201).json(await find(request))
    })
    return router
  },
  paths: {
    '/api/calendars': {
      get: operation({
        tag: 'Calendars',
        summary: 'Every calendar in force: of the regency, of agencies and of service points',
        answer: z.array(CalendarSummary),
      }),
    },
    '/api/calendars/{code}': {
      get: operation({
        tag: 'Calendars',
        summary: 'A calendar in force with its hours, seasons and closures, and every version it had',
        path,
        answer: CalendarDetail,
      }),
    },
    '/api/calendars/{code}/preview': {
      post: operation({
        tag: 'Calendars',
        summary: 'How many open cases a change would move, and some of them; nothing is written',
        keyed: true,
        path,
        body: ChangeCalendar,
        answer: CalendarPreview,
        refusals: { 409: 'Another version is in force than the one that was read.' },
      }),
    },
    '/api/calendars/{code}/changes': {
      post: operation({
        tag: 'Calendars',
        summary: 'Put a change in force: the next version, carried at once to every open case',
        keyed: true,
        path,
        body: ChangeCalendar,
        status: 201,
        answer: CalendarDetail,
        refusals: { 409: 'Another version is in force than the one that was read, or the change says nothing new.' },
      }),
    },
  },
}

async function find(request: Request): Promise<CalendarDetail> {
  const { code } = parse(path, request.params)
  const found = await presentCalendar(code, { isEditor: signedIn(request).ability.can('publish', 'calendar') })
  if (!found) throw notFound()
  return found
}

type Answer<Version> =
  | { versions: Version[]; problems?: ChangePlan['problems'] }
  | { versions?: never; problems: ChangePlan['problems'] }
  | CalendarRefusal
  | null

/** The versions that are or would be published; refused with all that is wrong with them. */
function accepted<Version>(answer: Answer<Version>, code: string): Version[] {
  if (!answer) throw notFound()
  if ('refused' in answer) throw answer.refused === 'same' ? nothingNew() : calendarChanged(answer.inForce)
  const { versions, problems = [] } = answer
  if (!versions || problems.length > 0) throw calendarWrong(problems, code)
  return versions
}

/** Every entry is from the letter that announces it. */
function toChange({ closures, withdraws, extraWorkingDays, seasons, source }: ChangeCalendar): CalendarChange {
  const from = <Entry extends object>(entries: readonly Entry[] = []) => entries.map((entry) => ({ ...entry, source }))
  return {
    closures: from(closures),
    extraWorkingDays: from(extraWorkingDays),
    seasons: from(seasons),
    withdraws: withdraws ?? [],
    source,
  }
}
