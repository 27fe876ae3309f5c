import { Router } from 'express'
import { ApplicationDetail } from '../../contracts/applications.ts'
import { SkipRequest } from '../../contracts/demo.ts'
import { findApplicationFor, readAgain } from '../applications/find.ts'
import { showDetail } from '../case/show-detail.ts'
import { notFound } from '../errors/problems.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { skipToNextRung } from './skip.ts'

/** Only where DEMO is on; elsewhere there is nothing here. */
export const demoSkip: ApiResource = {
  name: 'demo-skip',
  routes({ env, cases }) {
    const router = Router()
    router.post('/demo/skip', async (request, response) => {
      if (!env.DEMO) throw notFound()
      const { application: id } = parse(SkipRequest, request.body)
      const application = await findApplicationFor(request, id, 'skip')
      await skipToNextRung(cases.engine.client, application)
      response.json(await showDetail(request, await readAgain(application), env))
    })
    return router
  },
  paths: {
    '/api/demo/skip': {
      post: operation({
        tag: 'Demo',
        summary: 'Move one case’s own time on to its next rung; 404 where DEMO is off',
        keyed: true,
        body: SkipRequest,
        answer: ApplicationDetail,
        refusals: { 404: 'Not a demonstration, or not a case of one’s own office.', 409: 'No rung lies ahead.' },
      }),
    },
  },
}
