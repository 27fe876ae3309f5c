import { type Request, Router } from 'express'
import { z } from 'zod'
import {
  ApplicationDetail,
  ApplicationReceipt,
  ApplicationRow,
  CorrectApplication,
  CreateApplication,
  TimelineEntry,
  WithdrawApplication,
} from '../../contracts/applications.ts'
import { CaseClocks } from '../../contracts/clock.ts'
import { Id } from '../../contracts/common.ts'
import { Unmasked, UnmaskRequest } from '../../contracts/search.ts'
import { showDetail } from '../case/show-detail.ts'
import { authorise, signedIn } from '../middleware/ability.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { acceptApplication } from './accept.ts'
import { caseClocks } from './clocks.ts'
import { correct } from './correct.ts'
import { findApplication, findApplicationFor, readAgain } from './find.ts'
import { listApplications } from './list.ts'
import { slipOf } from './slip.ts'
import { timelineOf } from './timeline.ts'
import { unmask } from './unmask.ts'
import { withdraw } from './withdraw.ts'

const path = z.object({ id: Id })
const SlipQuery = z.strictObject({
  /** The only size there is: everything on a slip is in large print. */
  size: z.literal('large').optional(),
  paper: z.enum(['a5', 'thermal-80']).default('a5'),
})

export const applications: ApiResource = {
  name: 'applications',
  routes({ env, cases, limits }) {
    const router = Router()
    router.post('/applications', limits.create, async (request, response) => {
      const person = signedIn(request)
      authorise(request, 'create', 'application')
      const body = parse(CreateApplication, request.body)
      const filed = await acceptApplication(cases, { person, key: request.idempotencyKey, body })
      const { _id: id, number, trackingCode, status } = filed
      response.status(201).location(`/api/applications/${id}`).json({ id, number, trackingCode, status })
    })

    router.get('/applications', listApplications)

    router.get('/applications/:id', async (request, response) => {
      const application = await findApplication(request, request.params.id)
      response.json(await showDetail(request, application, env))
    })

    router.get('/applications/:id/clocks', async (request, response) => {
      const application = await findApplication(request, request.params.id)
      response.json(await caseClocks(request, application))
    })

    router.get('/applications/:id/timeline', async (request, response) => {
      const application = await findApplication(request, request.params.id)
      response.json(await timelineOf(request, application))
    })

    router.get('/applications/:id/slip', async (request, response) => {
      const { paper } = parse(SlipQuery, request.query)
      const application = await findApplication(request, request.params.id)
      const pdf = await slipOf(request, application, { paper, publicUrl: env.PUBLIC_URL })
      response.set('Cache-Control', 'private, no-store').type('application/pdf').send(Buffer.from(pdf))
    })

    router.post('/applications/:id/correct', async (request, response) => {
      const application = await findApplicationFor(request, request.params.id, 'correct')
      const body = parse(CorrectApplication, request.body)
      await correct(cases, { application, person: signedIn(request), key: request.idempotencyKey, body })
      response.json(await showDetail(request, await readAgain(application), env))
    })

    router.post('/applications/:id/withdraw', async (request, response) => {
      const application = await findApplicationFor(request, request.params.id, 'withdraw')
      const { reason } = parse(WithdrawApplication, request.body)
      await withdraw(cases, { application, person: signedIn(request), key: request.idempotencyKey, reason })
      response.json(await showDetail(request, await readAgain(application), env))
    })

    router.post('/applications/:id/unmask', limits.search, async (request: Request<{ id: string }>, response) => {
      const application = await findApplicationFor(request, request.params.id, 'unmask')
      const { purpose } = parse(UnmaskRequest, request.body)
      response.set('Cache-Control', 'no-store').json(await unmask(signedIn(request), application, purpose))
    })
    return router
  },
  paths: {
    '/api/applications': {
      get: operation({ tag: 'Applications', summary: 'Cases that one may see', list: true, answer: ApplicationRow }),
      post: operation({
        tag: 'Applications',
        summary: 'Apply: stored is accepted',
        description:
          'The same `Idempotency-Key` with the same content answers 201 with the same receipt; with other content, 422. ' +
          'A counter or village operator files for somebody else with `proxy`.',
        keyed: true,
        body: CreateApplication,
        status: 201,
        answer: ApplicationReceipt,
      }),
    },
    '/api/applications/{id}': {
      get: operation({ tag: 'Applications', summary: 'A case with its page', path, answer: ApplicationDetail }),
    },
    '/api/applications/{id}/timeline': {
      get: operation({ tag: 'Applications', summary: 'The story of a case', path, answer: z.array(TimelineEntry) }),
    },
    '/api/applications/{id}/clocks': {
      get: operation({
        tag: 'Applications',
        summary: 'Every clock of a case with its pauses, and whose its time was, in working days and minutes',
        path,
        answer: CaseClocks,
      }),
    },
    '/api/applications/{id}/slip': {
      get: operation({
        tag: 'Applications',
        summary: 'The slip in large print, A5 or `?paper=thermal-80`',
        path,
        media: 'application/pdf',
      }),
    },
    '/api/applications/{id}/correct': {
      post: operation({
        tag: 'Applications',
        summary: 'Mend what was returned: the whole of answers and documents',
        keyed: true,
        path,
        body: CorrectApplication,
        answer: ApplicationDetail,
        refusals: { 409: 'The case waits for no correction.' },
      }),
    },
    '/api/applications/{id}/withdraw': {
      post: operation({
        tag: 'Applications',
        summary: 'Take the application back',
        keyed: true,
        path,
        body: WithdrawApplication,
        answer: ApplicationDetail,
        refusals: { 409: 'The case is closed or being issued.' },
      }),
    },
    '/api/applications/{id}/unmask': {
      post: operation({
        tag: 'Applications',
        summary: 'The masked numbers, once and for a purpose that is kept in the audit chain',
        keyed: true,
        path,
        body: UnmaskRequest,
        answer: Unmasked,
      }),
    },
  },
}
