import { type Request, Router } from 'express'
import { z } from 'zod'
import { BillDetail, BillRow, RepaidByHand } from '../../contracts/bills.ts'
import { Id } from '../../contracts/common.ts'
import type { ActionsOf } from '../../domain/policy/index.ts'
import { Bill, type BillRecord } from '../../models/payment/bill.ts'
import { readerOf } from '../case/reader.ts'
import { forbidden, notFound } from '../errors/problems.ts'
import { allows, authorise } from '../middleware/ability.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { listBills, wordsOf } from './list.ts'
import { presentBill } from './present.ts'
import { receiptOf } from './receipt.ts'
import { keepRepaid } from './repaid.ts'

const path = z.object({ id: Id })

export const bills: ApiResource = {
  name: 'bills',
  routes() {
    const router = Router()
    router.get('/bills', listBills)

    router.get('/bills/:id', async (request, response) => {
      response.json(await show(request, await find(request, request.params.id)))
    })

    router.get('/bills/:id/receipt', async (request, response) => {
      const bill = await find(request, request.params.id)
      const pdf = await receiptOf(request, bill)
      response
        .set('Cache-Control', 'private, no-store')
        .set('Content-Disposition', `attachment; filename="${bill.receipt ?? bill._id}.pdf"`)
        .type('application/pdf')
        .send(Buffer.from(pdf))
    })

    router.post('/bills/:id/refunds/:refund/repaid', async (request, response) => {
      const bill = await find(request, request.params.id, 'repay')
      const { reference } = parse(RepaidByHand, request.body)
      await keepRepaid(bill, request.params.refund, reference)
      response.json(await show(request, await Bill.findOne({ _id: bill._id }).orFail().lean<BillRecord>()))
    })
    return router
  },
  paths: {
    '/api/bills': {
      get: operation({
        tag: 'Bills',
        summary: 'Bills of the cases that one may see; those that need somebody first',
        list: true,
        answer: BillRow,
      }),
    },
    '/api/bills/{id}': {
      get: operation({ tag: 'Bills', summary: 'A bill with its payments and refunds', path, answer: BillDetail }),
    },
    '/api/bills/{id}/receipt': {
      get: operation({
        tag: 'Bills',
        summary: 'The receipt of a paid bill',
        path,
        media: 'application/pdf',
        refusals: { 409: 'The bill has not been paid.' },
      }),
    },
    '/api/bills/{id}/refunds/{refund}/repaid': {
      post: operation({
        tag: 'Bills',
        summary: 'A refund that the gateway would not make was transferred by hand',
        keyed: true,
        path: path.extend({ refund: Id }),
        body: RepaidByHand,
        answer: BillDetail,
        refusals: { 409: 'The refund waits for no transfer by hand.' },
      }),
    },
  },
}

/** The bill, where the person may see it, and do this to it. Throws 404 and 403. */
async function find(request: Request, id: string, action: ActionsOf['bill'] = 'read'): Promise<BillRecord> {
  const may = authorise(request, 'read', 'bill')
  const found = await Bill.findOne({ $and: [{ _id: id }, may] }).lean<BillRecord>()
  if (!found) throw notFound()
  if (!allows(request.person, action, 'bill', found)) throw forbidden()
  return found
}

async function show(request: Request, bill: BillRecord): Promise<BillDetail> {
  return presentBill(bill, await wordsOf(readerOf(request), bill), request.person)
}
