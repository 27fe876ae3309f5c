import { Router } from 'express'
import { z } from 'zod'
import { CallRow } from '../../contracts/calls.ts'
import { Id } from '../../contracts/common.ts'
import { findApplication } from '../applications/find.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { listCalls } from './list.ts'
import { presentCalls } from './present.ts'
import { retryCall } from './retry.ts'

export const calls: ApiResource = {
  name: 'calls',
  routes({ cases }) {
    const router = Router()
    router.get('/calls', listCalls)

    router.post('/applications/:id/calls/:call/retry', async (request, response) => {
      parse(z.strictObject({}), request.body)
      const application = await findApplication(request, request.params.id)
      const call = await retryCall(cases, request, application, request.params.call)
      response.status(202).json((await presentCalls(request, [call]))[0])
    })
    return router
  },
  paths: {
    '/api/calls': {
      get: operation({
        tag: 'Calls',
        summary: 'Cases that wait for an outside system, the longest wait first',
        list: true,
        answer: CallRow,
      }),
    },
    '/api/applications/{id}/calls/{call}/retry': {
      post: operation({
        tag: 'Calls',
        summary: 'Ask the outside system again now',
        keyed: true,
        path: z.object({ id: Id, call: Id }),
        status: 202,
        answer: CallRow,
        refusals: { 409: 'It has answered, or is no longer waited for.' },
      }),
    },
  },
}
