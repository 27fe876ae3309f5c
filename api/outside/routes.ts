import { Router } from 'express'
import { ReceiveNib, ReceiveNibReply, ReceiveStatus, ReceiveStatusReply } from '../../contracts/oss.ts'
import { SimbgNews } from '../../contracts/simbg.ts'
import { callsWaitingFor } from '../../models/case/call.ts'
import { unauthenticated } from '../errors/problems.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { isKey } from './keys.ts'
import { ossErrors } from './oss-door.ts'
import { receiveNib } from './receive-nib.ts'
import { receiveStatus } from './receive-status.ts'
import { wake } from './wake.ts'

/** Where outside systems tell of something by themselves: each with its own key, none with a session. */
export const outside: ApiResource = {
  name: 'outside',
  // All are known by their content: the same told twice is kept once, wakes once.
  readOnlyPosts: ['/outside/oss/receiveNIB', '/outside/oss/receiveLicenseStatus', '/outside/simbg/news'],
  routes(deps) {
    const { env, cases, limits, log } = deps
    const router = Router()
    router.post('/outside/oss/receiveNIB', limits.outside, receiveNib(deps))
    router.post('/outside/oss/receiveLicenseStatus', limits.outside, receiveStatus(deps))
    router.use('/outside/oss', ossErrors)

    router.post('/outside/simbg/news', limits.outside, async (request, response) => {
      const shown = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1]
      if (!isKey(shown, env.SIMBG_WEBHOOK_KEY)) throw unauthenticated()
      const { kunci } = parse(SimbgNews, request.body)
      await wake(cases.engine, await callsWaitingFor('simbg', [kunci]), `simbg-${Date.now()}`, log)
      response.status(202).json({})
    })
    return router
  },
  paths: {
    '/api/outside/oss/receiveNIB': {
      post: operation({
        tag: 'Outside systems',
        summary: 'OSS tells of a NIB; header `user_key`',
        description: 'The same NIB again is kept once. Refusals come in the same envelope, with status "2".',
        open: true,
        body: ReceiveNib,
        answer: ReceiveNibReply,
        refusals: { 401: 'The key is wrong.' },
      }),
    },
    '/api/outside/oss/receiveLicenseStatus': {
      post: operation({
        tag: 'Outside systems',
        summary: 'OSS tells that a business it deals with has another status; header `user_key`',
        description:
          'Codes 41 and 43 stop the term of the case that waits for this business, 42 and 44 let it run on. That 43 and 44 ask for a reset is kept on its timeline; no time that was spent is given back. The same message again is kept once.',
        open: true,
        body: ReceiveStatus,
        answer: ReceiveStatusReply,
        refusals: { 401: 'The key is wrong.' },
      }),
    },
    '/api/outside/simbg/news': {
      post: operation({
        tag: 'Outside systems',
        summary: 'The adapter of SIMBG tells that it has an answer; bearer key',
        open: true,
        body: SimbgNews,
        status: 202,
        refusals: { 401: 'The key is wrong.' },
      }),
    },
  },
}
