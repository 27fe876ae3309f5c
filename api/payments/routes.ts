import { Router } from 'express'
import { billOfOrder } from '../../domain/payment/next-move.ts'
import { billRules, stir } from '../../engine/bills.ts'
import { isSigned, WireNotification } from '../../integrations/payment/midtrans/wire.ts'
import { Bill } from '../../models/payment/bill.ts'
import { ApiProblem, notFound, unavailable } from '../errors/problems.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'

/**
 * Where the payment gateway tells that a transaction has changed. Its word starts a look at the gateway and nothing else, so
 * telling twice, late or in the wrong order does no harm. 200 once the bill's workflow has heard it; until then it tells again.
 */
export const payments: ApiResource = {
  name: 'payments',
  // The gateway sends no key of its own: the transaction's id is one.
  readOnlyPosts: ['/payments/notifications'],
  routes({ env, cases, limits }) {
    const router = Router()
    router.post('/payments/notifications', limits.notify, async (request, response) => {
      if (!env.PAYMENT_SERVER_KEY) throw notFound()
      const told = parse(WireNotification, request.body)
      if (!isSigned(told, env.PAYMENT_SERVER_KEY)) throw notSigned()
      const bill = billOfOrder(told.order_id)
      // Another order of the same merchant: none of ours, and nothing that telling again would change.
      if (bill && (await Bill.exists({ _id: bill }))) {
        const input = { regency: request.regency, bill, rules: billRules(env) }
        await stir(cases.engine, input, { payment: told.transaction_id }).catch((error: unknown) => {
          throw unavailable(error)
        })
      }
      response.json({ heard: true })
    })
    return router
  },
  paths: {
    '/api/payments/notifications': {
      post: operation({
        tag: 'Bills',
        summary: 'For the payment gateway: a transaction has changed',
        description: 'Midtrans’s HTTP notification. Fields that are not named here are let through.',
        open: true,
        body: WireNotification,
        refusals: { 403: 'The signature is wrong.', 404: 'No gateway is configured.' },
      }),
    },
  },
}

const notSigned = () =>
  new ApiProblem({
    status: 403,
    code: 'wrong-signature',
    title: { id: 'Tanda tangan salah', en: 'Wrong signature' },
    detail: { id: 'Pemberitahuan ini bukan dari penyedia pembayaran.', en: 'This is not from the payment gateway.' },
  })
