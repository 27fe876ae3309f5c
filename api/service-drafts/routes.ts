import { type Request, Router } from 'express'
import { z } from 'zod'
import { Code } from '../../contracts/common.ts'
import {
  DiscardDraft,
  DraftCheck,
  PublishDraft,
  SaveDraft,
  ServiceDraft,
  ServiceVersionDetail,
  ServiceVersionRow,
} from '../../contracts/service-drafts.ts'
import { versionOf } from '../../models/catalogue/catalogue.ts'
import { Draft, type DraftRecord, draftOf, saveDraft } from '../../models/catalogue/draft.ts'
import { checkDraft, type Publishing, publishDraft, publishedBefore } from '../../models/catalogue/publish-draft.ts'
import { Service, type ServiceRecord } from '../../models/catalogue/service.ts'
import type { ServiceVersionRecord } from '../../models/catalogue/service-version.ts'
import { asPackFile, publishedVersion } from '../../models/catalogue/versions.ts'
import { type ApiProblem, notFound } from '../errors/problems.ts'
import { authorise, signedIn } from '../middleware/ability.ts'
import { digestOf, requireSame } from '../middleware/idempotency.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { beginningDay } from './beginning-day.ts'
import { presentDraft, presentProblems, presentVersion, presentVersions } from './present.ts'
import { baseChanged, draftChanged, draftWrong, nothingNew } from './refusals.ts'

const path = z.object({ code: Code })
const versionPath = path.extend({ version: z.coerce.number().int().min(1) })
const Nothing = z.strictObject({})

async function findService(request: Request, action: 'edit' | 'publish'): Promise<ServiceRecord> {
  const may = authorise(request, action, 'service')
  const service = await Service.findOne({
    $and: [{ code: request.params.code, open: true }, may],
  }).lean<ServiceRecord>()
  if (!service) throw notFound()
  return service
}

async function findVersion(request: Request): Promise<ServiceVersionRecord> {
  const { code } = await findService(request, 'edit')
  const asked = versionPath.shape.version.safeParse(request.params.version)
  const found = asked.success ? await publishedVersion(code, asked.data) : null
  if (!found) throw notFound()
  return found
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
      const { code } = await findService(request, 'edit')
      response.json(await presentVersions(code))
    })

    router.get('/services/:code/versions/:version', async (request, response) => {
      response.json(await presentVersion(await findVersion(request), request.language))
    })

    router.get('/services/:code/versions/:version/file', async (request, response) => {
      const found = await findVersion(request)
      const name = `attachment; filename="${found.code}.json"`
      response.set({ 'Content-Disposition': name, 'Cache-Control': 'no-store' }).type('application/json')
      response.send(`${JSON.stringify(await asPackFile(found), null, 2)}\n`)
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
      const { revision } = parse(DiscardDraft, request.query)
      const { deletedCount } = await Draft.deleteOne({ code, ...(revision === undefined ? {} : { revision }) })
      const other = deletedCount === 0 ? await draftOf(code) : null
      if (other) throw draftChanged(other)
      response.status(204).end()
    })

    router.post('/services/:code/draft/check', async (request, response) => {
      const { code } = await findService(request, 'edit')
      parse(Nothing, request.body)
      const draft = await findDraft(code)
      const { problems } = await checkDraft(draft)
      response.json({ revision: draft.revision, problems: presentProblems(problems, request.language) })
    })

    router.post('/services/:code/publish', async (request, response) => {
      const { code } = await findService(request, 'publish')
      const body = parse(PublishDraft, request.body)
      const who = { by: signedIn(request).account, key: request.idempotencyKey, asked: digestOf({ code, ...body }) }
      if (!(await isPublished(code, who))) await publish(code, body, who)
      response.status(201).json(await presentVersions(code))
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
    '/api/services/{code}/versions/{version}': {
      get: operation({
        tag: 'Services',
        summary: 'One version, as it was written and as it is read',
        path: versionPath,
        answer: ServiceVersionDetail,
      }),
    },
    '/api/services/{code}/versions/{version}/file': {
      get: operation({
        tag: 'Services',
        summary: 'One version as a file of a pack',
        path: versionPath,
        media: 'application/json',
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
      delete: operation({
        tag: 'Services',
        summary: 'Discard the draft; with `revision`, only while it is still that one',
        path,
        query: DiscardDraft,
        status: 204,
        refusals: { 409: 'Somebody else saved it meanwhile.' },
      }),
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

type Asked = Pick<Publishing, 'by' | 'key' | 'asked'>

/** Whether this request did it already. Throws 422 where its key published something else. */
async function isPublished(code: string, { by, key, asked }: Asked): Promise<boolean> {
  const known = await publishedBefore(code, by, key)
  if (known) requireSame(known, asked)
  return known !== null
}

async function publish(code: string, { revision, note, effectiveFrom }: PublishDraft, who: Asked): Promise<void> {
  const day = effectiveFrom ? await beginningDay(effectiveFrom, new Date()) : null
  const refused = await refusalOf(code, revision, { ...who, note: note ?? null, effectiveFrom: day })
  // The same request at the same moment may have been faster.
  if (refused && !(await isPublished(code, who))) throw refused
}

async function refusalOf(code: string, revision: number, publishing: Publishing): Promise<ApiProblem | null> {
  const draft = await draftOf(code)
  if (!draft) return notFound()
  if (draft.revision !== revision) return draftChanged(draft)
  const published = await publishDraft(draft, publishing)
  if ('problems' in published) return draftWrong(published.problems)
  if (!('refused' in published)) return null
  if (published.refused === 'same') return nothingNew()
  const now = await draftOf(code)
  return now?.revision === revision ? baseChanged() : draftChanged(now)
}
