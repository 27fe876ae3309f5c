import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiResponsesObject } from 'zod-openapi'
import { IdempotencyKey, ListQuery, Problem } from '../../contracts/common.ts'

type OperationInit = {
  tag: string
  summary: string
  description?: string
  /** Open to anybody; the others need a session. */
  open?: boolean
  /** Demands `Idempotency-Key`. */
  keyed?: boolean
  path?: z.ZodObject
  query?: z.ZodObject
  /** react-admin's list parameters; the answer then carries `Content-Range`. */
  list?: boolean
  body?: z.ZodType
  /** Instead of a JSON body: one file in the field `file`. */
  upload?: boolean
  status?: number
  answer?: z.ZodType
  /** Media type of an answer that is not JSON. */
  media?: string
  /** Refusals beyond the usual ones, by status, with what they mean. */
  refusals?: Record<number, string>
}

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})

/** One operation of the API's description; answers and refusals that all share are filled in. */
export function operation(init: OperationInit): ZodOpenApiOperationObject {
  const { tag, summary, description, open, keyed, path, list, body, upload } = init
  const query = list ? ListQuery : init.query
  const header = keyed ? z.object({ 'Idempotency-Key': IdempotencyKey }) : undefined
  return {
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    security: open ? [] : [{ bearer: [] }, { cookie: [] }],
    requestParams: { ...(path ? { path } : {}), ...(query ? { query } : {}), ...(header ? { header } : {}) },
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    ...(upload ? { requestBody: { required: true, content: { 'multipart/form-data': { schema: uploadBody } } } } : {}),
    responses: responses(init),
  }
}

const uploadBody = z.object({ file: z.file() })

function responses(init: OperationInit): ZodOpenApiResponsesObject {
  const { status = 200, answer, media, list, open, keyed, path, body, upload, refusals = {} } = init
  const content = media
    ? { [media]: { schema: { type: 'string' as const } } }
    : answer
      ? { 'application/json': { schema: list ? z.array(answer) : answer } }
      : undefined
  const usual = {
    ...(body || list || keyed ? { 400: 'A field, parameter or header is wrong; `errors` name the fields.' } : {}),
    ...(open ? {} : { 401: 'Not signed in.', 403: 'The role may never do this.' }),
    ...(path ? { 404: 'Does not exist, or is not the asking person’s to see.' } : {}),
    ...(body || upload ? { 413: 'Too large.' } : {}),
    ...(keyed ? { 422: 'The key was used for something else, or a value was refused.' } : {}),
    429: 'Too often.',
    503: 'Interrupted, or the outcome is unknown: repeat with the same key.',
    ...refusals,
  }
  return {
    [status]: {
      description: 'As asked.',
      ...(content ? { content } : {}),
      ...(list ? { headers: z.object({ 'Content-Range': z.string() }) } : {}),
    },
    ...Object.fromEntries(Object.entries(usual).map(([code, words]) => [code, problem(words)])),
  }
}
