import { Router } from 'express'
import { TrackedApplication, TrackRequest } from '../../contracts/track.ts'
import { readerOf } from '../case/reader.ts'
import { fileToken } from '../documents/file-token.ts'
import { ApiProblem } from '../errors/problems.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { findTracked } from './find.ts'
import { presentTracked } from './present.ts'

export const track: ApiResource = {
  name: 'track',
  readOnlyPosts: ['/track'],
  routes({ env, limits }) {
    const router = Router()
    router.post('/track', limits.track, async (request, response) => {
      const application = await findTracked(parse(TrackRequest, request.body))
      if (!application) throw noMatch()
      const { regency } = request
      const tracked = await presentTracked(application, readerOf(request), {
        publicUrl: env.PUBLIC_URL,
        fileOf: (document) =>
          `/api/documents/${document}/file/${fileToken({ secret: env.AUTH_SECRET, regency, document })}`,
      })
      response.set('Cache-Control', 'no-store').json(tracked)
    })
    return router
  },
  paths: {
    '/api/track': {
      post: operation({
        tag: 'Track',
        summary: 'Where a case is, on whom it waits and until when, by number and code',
        open: true,
        body: TrackRequest,
        answer: TrackedApplication,
        refusals: { 404: 'No case has this number and code.' },
      }),
    },
  },
}

/** The same for an unknown number and a wrong code: neither is told. */
const noMatch = () =>
  new ApiProblem({
    status: 404,
    code: 'no-match',
    title: { id: 'Nomor dan kode tidak cocok', en: 'Number and code do not match' },
    detail: {
      id: 'Periksa lagi nomor permohonan dan kode lacak pada tanda terima.',
      en: 'Check the application number and the tracking code on the receipt.',
    },
  })
