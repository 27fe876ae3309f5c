import { type Request, Router } from 'express'
import { z } from 'zod'
import { Code } from '../../contracts/common.ts'
import { DraftCheck, PublishDraft, SaveDraft, ServiceDraft, ServiceVersionRow } from '../../contracts/service-drafts.ts'
import { versionOf } from '../../models/catalogue/catalogue.ts'
import { Draft, type DraftRecord, draftOf, saveDraft } from '../../models/catalogue/draft.ts'
import { checkDraft, publishDraft, publishedBefore } from '../../models/catalogue/publish-draft.ts'
import { Service, type ServiceRecord } from '../../models/catalogue/service.ts'
import { notFound } from '../errors/problems.ts'
import { authorise, signedIn } from '../middleware/ability.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { presentDraft, presentProblems, presentVersions } from './present.ts'
import { baseChanged, draftChanged, draftWrong, nothingNew } from './refusals.ts'

const path = z.object({ code: Code })
const Nothing = z.strictObject({})

async function findService(request: Request, action: 'edit' | 'publish'): Promise<ServiceRecord> {
  const may = authorise(request, action, 'service')
  const service = await Service.findOne({
    $and: [{ code: request.params.code, open: true }, may],
  }).lean<ServiceRecord>()
  if (!service) throw notFound()
  return service
}

async function findDraft(code: string): Promise<DraftRecord> {
  const draft = await draftOf(code)
  if (!draft) throw notFound()
  return draft
}

/** Editing a service without code: a draft, its check, and its publication as the next version. */
export const serviceDrafts: ApiResource = {
  name: 'services',
  routes() {
    const router = Router()
    router.get('/services/:code/versions', async (request, response) => {
      const { code, current } = await findService(request, 'edit')
      response.json(await presentVersions(code, current))
    })

    router.get('/services/:code/draft', async (request, response) => {
      const { code, current } = await findService(request, 'edit')
      const draft = await draftOf(code)
      if (draft) return response.json(await presentDraft(draft))
      const { definition } = await versionOf(code, current)
      response.json({ code, base: current, revision: 0, by: null, at: null, definition })
    })

    router.put('/services/:code/draft', async (request, response) => {
      const { code, current } = await findService(request, 'edit')
      const { revision, definition } = parse(SaveDraft, request.body)
      const by = signedIn(request).account
      const saved = await saveDraft({ code, revision, base: current, definition, by })
      if (!saved) throw draftChanged(await draftOf(code))
      response.json(await presentDraft(saved))
    })

    router.delete('/services/:code/draft', async (request, response) => {
      const { code } = await findService(request, 'edit')
      await Draft.deleteOne({ code })
      response.status(204).end()
    })

    router.post('/services/:code/draft/check', async (request, response) => {
      const { code } = await findService(request, 'edit')
      parse(Nothing, request.body)
      const draft = await findDraft(code)
      const { problems } = await checkDraft(draft)
      response.json({ revision: draft.revision, problems: presentProblems(problems) })
    })

    router.post('/services/:code/publish', async (request, response) => {
      const { code } = await findService(request, 'publish')
      const { revision } = parse(PublishDraft, request.body)
      const by = signedIn(request).account
      const key = request.idempotencyKey
      if (!(await publishedBefore(code, by, key))) await publish(code, revision, { by, key })
      const { current } = await findService(request, 'publish')
      response.status(201).json(await presentVersions(code, current))
    })
    return router
  },
  paths: {
    '/api/services/{code}/versions': {
      get: operation({
        tag: 'Services',
        summary: 'Every version that was published, newest first, and how many cases go on under it',
        path,
        answer: z.array(ServiceVersionRow),
      }),
    },
    '/api/services/{code}/draft': {
      get: operation({ tag: 'Services', summary: 'The draft, or the version in force', path, answer: ServiceDraft }),
      put: operation({
        tag: 'Services',
        summary: 'Save the draft over the revision that was read',
        path,
        body: SaveDraft,
        answer: ServiceDraft,
        refusals: { 409: 'Somebody else saved, published or discarded it meanwhile.' },
      }),
      delete: operation({ tag: 'Services', summary: 'Discard the draft', path, status: 204 }),
    },
    '/api/services/{code}/draft/check': {
      post: operation({
        tag: 'Services',
        summary: 'Everything that is wrong with the draft, at once',
        keyed: true,
        path,
        body: Nothing,
        answer: DraftCheck,
      }),
    },
    '/api/services/{code}/publish': {
      post: operation({
        tag: 'Services',
        summary: 'Make the draft the next version: new applications are filed under it, open cases stay on theirs',
        keyed: true,
        path,
        body: PublishDraft,
        status: 201,
        answer: z.array(ServiceVersionRow),
        refusals: { 409: 'Another revision or version is there, or the draft says nothing new.' },
      }),
    },
  },
}

async function publish(code: string, revision: number, who: { by: string; key: string }): Promise<void> {
  const draft = await findDraft(code)
  if (draft.revision !== revision) throw draftChanged(draft)
  const published = await publishDraft(draft, who)
  if ('problems' in published) throw draftWrong(published.problems)
  if (!('refused' in published)) return
  if (published.refused === 'same') throw nothingNew()
  const now = await draftOf(code)
  throw now?.revision === revision ? baseChanged() : draftChanged(now)
}
