import { Router } from 'express'
import { z } from 'zod'
import { ApplicationDetail, ApplicationReceipt } from '../../contracts/applications.ts'
import { Id } from '../../contracts/common.ts'
import {
  AddStep,
  AmendDocument,
  AppealDecision,
  MergeApplication,
  ReopenApplication,
  TurnChoices,
} from '../../contracts/turns.ts'
import { findApplication, findApplicationFor, readAgain } from '../applications/find.ts'
import { showDetail } from '../case/show-detail.ts'
import { signedIn } from '../middleware/ability.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { addStepTo } from './add-step.ts'
import { appealDecision } from './appeal.ts'
import { turnChoices } from './choices.ts'
import { mergeInto } from './merge.ts'
import { amendDocument, reopenFrom } from './reopen.ts'

const path = z.object({ id: Id })

/** Turns that a case takes beyond what its service foresaw. */
export const turns: ApiResource = {
  name: 'turns',
  routes({ env, cases, limits }) {
    const router = Router()
    router.get('/applications/:id/turns', async (request, response) => {
      const application = await findApplication(request, request.params.id)
      signedIn(request)
      response.json(await turnChoices(cases, application, request.language))
    })

    router.post('/applications/:id/appeal', limits.create, async (request, response) => {
      const application = await findApplicationFor(request, String(request.params.id), 'appeal')
      const body = parse(AppealDecision, request.body)
      const turning = { application, person: signedIn(request), key: request.idempotencyKey, body }
      const { _id: id, number, trackingCode, status } = await appealDecision(cases, turning)
      response.status(201).location(`/api/applications/${id}`).json({ id, number, trackingCode, status })
    })

    router.post('/applications/:id/steps', async (request, response) => {
      const application = await findApplicationFor(request, request.params.id, 'add-step')
      const body = parse(AddStep, request.body)
      await addStepTo(cases, { application, person: signedIn(request), key: request.idempotencyKey, body })
      response.json(await showDetail(request, await readAgain(application), env))
    })

    router.post('/applications/:id/merge', async (request, response) => {
      const application = await findApplicationFor(request, request.params.id, 'merge')
      const body = parse(MergeApplication, request.body)
      await mergeInto(cases, { application, person: signedIn(request), key: request.idempotencyKey, body })
      response.json(await showDetail(request, await readAgain(application), env))
    })

    router.post('/applications/:id/reopen', async (request, response) => {
      const application = await findApplicationFor(request, request.params.id, 'reopen')
      const body = parse(ReopenApplication, request.body)
      await reopenFrom(cases, { application, person: signedIn(request), key: request.idempotencyKey, body })
      response.json(await showDetail(request, await readAgain(application), env))
    })

    router.post('/applications/:id/amend', async (request, response) => {
      const application = await findApplicationFor(request, request.params.id, 'amend')
      const body = parse(AmendDocument, request.body)
      await amendDocument(cases, { application, person: signedIn(request), key: request.idempotencyKey, body })
      response.json(await showDetail(request, await readAgain(application), env))
    })
    return router
  },
  paths: {
    '/api/applications/{id}/turns': {
      get: operation({
        tag: 'Turns',
        summary: 'What a superior can choose of for this case',
        path,
        answer: TurnChoices,
      }),
    },
    '/api/applications/{id}/appeal': {
      post: operation({
        tag: 'Turns',
        summary: 'Object to a decision: a linked case of the service that hears it',
        keyed: true,
        path,
        body: AppealDecision,
        status: 201,
        answer: ApplicationReceipt,
        refusals: { 409: 'It is too late, done already, or not heard here.' },
      }),
    },
    '/api/applications/{id}/steps': {
      post: operation({
        tag: 'Turns',
        summary: 'Put one more review into a running case',
        keyed: true,
        path,
        body: AddStep,
        answer: ApplicationDetail,
        refusals: { 409: 'The case is past that step, or closed.' },
      }),
    },
    '/api/applications/{id}/merge': {
      post: operation({
        tag: 'Turns',
        summary: 'End a duplicate under the number of the case it repeats',
        keyed: true,
        path,
        body: MergeApplication,
        answer: ApplicationDetail,
        refusals: { 409: 'The case is closed.' },
      }),
    },
    '/api/applications/{id}/reopen': {
      post: operation({
        tag: 'Turns',
        summary: 'Have a closed case decided anew',
        keyed: true,
        path,
        body: ReopenApplication,
        answer: ApplicationDetail,
        refusals: { 409: 'The case is open, or ended otherwise.' },
      }),
    },
    '/api/applications/{id}/amend': {
      post: operation({
        tag: 'Turns',
        summary: 'Put an issued document right: a new version in place of the old one',
        keyed: true,
        path,
        body: AmendDocument,
        answer: ApplicationDetail,
        refusals: { 409: 'Nothing was issued here, or the case is open.' },
      }),
    },
  },
}
