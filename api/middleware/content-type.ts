import type { RequestHandler } from 'express'
import { ApiProblem } from '../errors/problems.ts'

/** A body is JSON, or a multipart upload that its own route reads; anything else is told apart from an empty body. */
export const jsonOrUpload: RequestHandler = (request, _response, next) => {
  const hasBody = Number(request.get('content-length')) > 0 || request.get('transfer-encoding') !== undefined
  if (!hasBody || request.is(['json', 'multipart/form-data'])) return next()
  throw new ApiProblem({
    status: 415,
    code: 'unsupported-media-type',
    title: { id: 'Bentuk isi tidak didukung', en: 'Unsupported media type' },
    detail: {
      id: 'Kirim isi permintaan sebagai JSON (Content-Type: application/json).',
      en: 'Send the body as JSON (Content-Type: application/json).',
    },
  })
}
