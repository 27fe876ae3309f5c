import { type Request, Router } from 'express'
import { z } from 'zod'
import { AbsenceFilter, AbsenceRow, RecordAbsence } from '../../contracts/absences.ts'
import { Id } from '../../contracts/common.ts'
import { AbsenceModel, type AbsenceRecord, endAbsence } from '../../models/authority/absence.ts'
import { standingSo } from '../../models/authority/span.ts'
import { forbidden, notFound } from '../errors/problems.ts'
import { allows, authorise, signedIn } from '../middleware/ability.ts'
import { countLimit, parseList, sendList, totalOf } from '../middleware/list-query.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { presentAbsences } from './present.ts'
import { write } from './write.ts'

const path = z.object({ id: Id })
const Nothing = z.strictObject({})
const rules = {
  filter: AbsenceFilter,
  sortable: { from: 'from', until: 'until' },
  defaultSort: ['from', 'DESC'],
} as const

export const absences: ApiResource = {
  name: 'absences',
  routes() {
    const router = Router()
    router.get('/absences', async (request, response) => {
      const may = authorise(request, 'read', 'absence')
      const list = parseList(request.query, rules)
      const now = new Date()
      const filter = { $and: [may, filterOf(list.filter, now)] }
      const { sort, skip, limit } = list
      const rows = await AbsenceModel.find(filter).sort(sort).skip(skip).limit(limit).lean<AbsenceRecord[]>()
      const total = await totalOf(rows, list, async () => AbsenceModel.countDocuments(filter, { limit: countLimit }))
      sendList(response, 'absences', list, await presentAbsences(rows, request.person, now.getTime()), total)
    })

    router.post('/absences', async (request, response) => {
      authorise(request, 'record', 'absence')
      const kept = await write(signedIn(request), request.idempotencyKey, parse(RecordAbsence, request.body))
      response.status(201).json(await show(request, kept))
    })

    router.post('/absences/:id/end', async (request, response) => {
      const may = authorise(request, 'read', 'absence')
      parse(Nothing, request.body)
      const found = await AbsenceModel.findOne({ $and: [{ _id: request.params.id }, may] }).lean<AbsenceRecord>()
      if (!found) throw notFound()
      if (!allows(request.person, 'end', 'absence', found)) throw forbidden()
      const ended = { at: new Date(), by: signedIn(request).account }
      response.json(await show(request, await endAbsence(found._id, ended)))
    })
    return router
  },
  paths: {
    '/api/absences': {
      get: operation({
        tag: 'Mandates',
        summary: 'Who is away, from when until when, among the offices one may see',
        list: true,
        answer: AbsenceRow,
      }),
      post: operation({
        tag: 'Mandates',
        summary: 'Record that an officer is away; their tasks are offered to whoever stands in for them meanwhile',
        keyed: true,
        body: RecordAbsence,
        status: 201,
        answer: AbsenceRow,
      }),
    },
    '/api/absences/{id}/end': {
      post: operation({
        tag: 'Mandates',
        summary: 'They are back: what nobody took up comes back to them',
        keyed: true,
        path,
        body: Nothing,
        answer: AbsenceRow,
      }),
    },
  },
}

async function show(request: Request, record: AbsenceRecord): Promise<AbsenceRow> {
  const [row] = await presentAbsences([record], request.person, Date.now())
  if (!row) throw new RangeError(`absence ${record._id} was not presented`)
  return row
}

function filterOf({ id, state, ...equal }: AbsenceFilter, now: Date): Record<string, unknown> {
  return { ...equal, ...(id ? { _id: { $in: id } } : {}), ...(state ? standingSo(state, now) : {}) }
}
