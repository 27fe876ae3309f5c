import { type Request, Router } from 'express'
import { z } from 'zod'
import { Id } from '../../contracts/common.ts'
import { EndMandate, GiveMandate, MandateRow } from '../../contracts/mandates.ts'
import { endMandate } from '../../models/authority/give-mandate.ts'
import { MandateModel, type MandateRecord } from '../../models/authority/mandate.ts'
import { forbidden, notFound } from '../errors/problems.ts'
import { allows, authorise, signedIn } from '../middleware/ability.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { give } from './give.ts'
import { listMandates } from './list.ts'
import { presentMandates } from './present.ts'

const path = z.object({ id: Id })

export const mandates: ApiResource = {
  name: 'mandates',
  routes() {
    const router = Router()
    router.get('/mandates', listMandates)

    router.get('/mandates/:id', async (request, response) => {
      response.json(await show(request, await find(request, request.params.id)))
    })

    router.post('/mandates', async (request, response) => {
      authorise(request, 'give', 'mandate')
      const asked = parse(GiveMandate, request.body)
      const kept = await give(signedIn(request), request.idempotencyKey, asked)
      response
        .status(201)
        .location(`/api/mandates/${kept._id}`)
        .json(await show(request, kept))
    })

    router.post('/mandates/:id/end', async (request, response) => {
      const found = await find(request, request.params.id)
      if (!allows(request.person, 'end', 'mandate', found)) throw forbidden()
      const { reason } = parse(EndMandate, request.body)
      const ended = { at: new Date(), by: signedIn(request).account, reason }
      response.json(await show(request, await endMandate(found._id, ended)))
    })
    return router
  },
  paths: {
    '/api/mandates': {
      get: operation({
        tag: 'Mandates',
        summary: 'Who stands in for whom (Plh, Plt), by which letter, from when until when',
        list: true,
        answer: MandateRow,
      }),
      post: operation({
        tag: 'Mandates',
        summary: 'Give a mandate; its holder acts from its first instant until its last',
        description:
          'Revoking licences and giving mandates stay with the official whatever the letter says (UU 30/2014 art 13 and 14).',
        keyed: true,
        body: GiveMandate,
        status: 201,
        answer: MandateRow,
        refusals: { 409: 'Somebody stands in for this office on those days already.' },
      }),
    },
    '/api/mandates/{id}': { get: operation({ tag: 'Mandates', summary: 'A mandate', path, answer: MandateRow }) },
    '/api/mandates/{id}/end': {
      post: operation({
        tag: 'Mandates',
        summary: 'End a mandate at once; ended already, it stays as it was ended first',
        keyed: true,
        path,
        body: EndMandate,
        answer: MandateRow,
      }),
    },
  },
}

/** The mandate, where the person may see it. Throws 404. */
async function find(request: Request, id: string): Promise<MandateRecord> {
  const may = authorise(request, 'read', 'mandate')
  const found = await MandateModel.findOne({ $and: [{ _id: id }, may] }).lean<MandateRecord>()
  if (!found) throw notFound()
  return found
}

async function show(request: Request, record: MandateRecord): Promise<MandateRow> {
  const [row] = await presentMandates([record], request.person, Date.now())
  if (!row) throw new RangeError(`mandate ${record._id} was not presented`)
  return row
}
