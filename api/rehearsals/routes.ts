import { type Request, Router } from 'express'
import { z } from 'zod'
import { leadingCalendar } from '../../catalogue/leading-calendar.ts'
import { Id } from '../../contracts/common.ts'
import { AskRehearsal, Rehearsal, Rehearsals, RehearsalsOf } from '../../contracts/rehearsals.ts'
import { plainDay } from '../../domain/indonesian-time.ts'
import { longHolidays } from '../../domain/working-time/index.ts'
import { calendarInForce } from '../../models/catalogue/calendars-in-force.ts'
import { regencyFacts, versionOf } from '../../models/catalogue/catalogue.ts'
import { Service, type ServiceRecord } from '../../models/catalogue/service.ts'
import { type RehearsalRecord, Rehearsal as Rows } from '../../models/rehearsal/rehearsal.ts'
import { rehearserSeen } from '../../models/rehearsal/rehearser-seen.ts'
import { notFound } from '../errors/problems.ts'
import { authorise, signedIn } from '../middleware/ability.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { askRehearsal } from './ask.ts'
import { presentRehearsal, presentRows } from './present.ts'

/** So many of the last are listed. */
const shown = 30

async function findService(code: string): Promise<ServiceRecord> {
  const service = await Service.findOne({ code, open: true }).lean<ServiceRecord>()
  if (!service) throw notFound()
  return service
}

/** Services played with invented people, for those who write them. */
export const rehearsals: ApiResource = {
  name: 'rehearsals',
  routes({ limits }) {
    const router = Router()
    router.post('/rehearsals', limits.create, async (request, response) => {
      authorise(request, 'ask', 'rehearsal')
      const asked = parse(AskRehearsal, request.body)
      await findService(asked.service)
      const row = await askRehearsal(signedIn(request).account, request.idempotencyKey, asked)
      const now = new Date()
      response.status(202).location(`/api/rehearsals/${row._id}`)
      response.json(await presentRehearsal(row, request.language, now))
    })

    router.get('/rehearsals', async (request, response) => {
      response.set('Cache-Control', 'private, no-store').json(await lastOf(request))
    })

    router.get('/rehearsals/:id', async (request, response) => {
      const may = authorise(request, 'read', 'rehearsal')
      const row = await Rows.findOne({ $and: [{ _id: request.params.id }, may] }).lean<RehearsalRecord>()
      if (!row) throw notFound()
      response.set('Cache-Control', 'private, no-store')
      response.json(await presentRehearsal(row, request.language, new Date()))
    })
    return router
  },
  paths: {
    '/api/rehearsals': {
      post: operation({
        tag: 'Rehearsals',
        summary: 'Have a version or the draft of a service played with invented people, months in seconds',
        description:
          'Answered at once; whoever plays takes it up, one of a regency at a time. What cannot be played is refused here. ' +
          'The same `Idempotency-Key` again answers with the same rehearsal as it now stands.',
        keyed: true,
        body: AskRehearsal,
        status: 202,
        answer: Rehearsal,
        refusals: { 409: 'The draft was saved again meanwhile, or too many rehearsals are waiting.' },
      }),
      get: operation({
        tag: 'Rehearsals',
        summary:
          'The last rehearsals of a service, whether anybody plays here, and days that lie before a long holiday',
        query: RehearsalsOf,
        answer: Rehearsals,
      }),
    },
    '/api/rehearsals/{id}': {
      get: operation({
        tag: 'Rehearsals',
        summary: 'How far a rehearsal is, and its story once it is told; kept for 90 days',
        path: z.object({ id: Id }),
        answer: Rehearsal,
      }),
    },
  },
}

async function lastOf(request: Request): Promise<Rehearsals> {
  const may = authorise(request, 'read', 'rehearsal')
  const { service } = parse(RehearsalsOf, request.query)
  const { current } = await findService(service)
  const now = new Date()
  const [rows, rehearser, holidays] = await Promise.all([
    Rows.find({ $and: [{ service }, may] })
      .sort({ at: -1 })
      .limit(shown)
      .select({ files: 0, 'story.id.lines': 0, 'story.id.told': 0, 'story.en': 0 })
      .lean<RehearsalRecord[]>(),
    rehearserSeen(now),
    holidaysAhead(service, current, now),
  ])
  return {
    rehearsals: await presentRows(rows, now),
    rehearser: { here: rehearser.here, seenAt: rehearser.seenAt?.toISOString() ?? null },
    holidays,
  }
}

async function holidaysAhead(code: string, version: number, now: Date): Promise<Rehearsals['holidays']> {
  const { definition } = await versionOf(code, version)
  const leading = await calendarInForce(leadingCalendar(definition) ?? '')
  if (!leading) return []
  const { utcOffsetMinutes } = await regencyFacts()
  const ahead = longHolidays(leading.calendar, plainDay(now.getTime(), utcOffsetMinutes))
  return ahead.map(({ before: day, from, name }) => ({ day, from, name }))
}
