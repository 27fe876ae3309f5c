import { Router } from 'express'
import { ReceiveNib, ReceiveNibReply } from '../../contracts/oss.ts'
import { SimbgNews } from '../../contracts/simbg.ts'
import { callsWaitingFor } from '../../models/case/call.ts'
import { unauthenticated } from '../errors/problems.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { isKey } from './keys.ts'
import { ossErrors, receiveNib } from './receive-nib.ts'
import { wake } from './wake.ts'

/** Where outside systems tell of something by themselves: each with its own key, none with a session. */
export const outside: ApiResource = {
  name: 'outside',
  // Both are known by their content: the same told twice is kept once, wakes once.
  readOnlyPosts: ['/outside/oss/receiveNIB', '/outside/simbg/news'],
  routes(deps) {
    const { env, cases, limits, log } = deps
    const router = Router()
    router.post('/outside/oss/receiveNIB', limits.outside, receiveNib(deps))
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
