import type { Router } from 'express'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import type { ApiDeps } from './deps.ts'

/**
 * One folder of `api/`. To add one: write `api/<name>/routes.ts` exporting such an object, and list it in `api/resources.ts`.
 *
 *     export const visits: ApiResource = {
 *       name: 'visits',
 *       routes(deps) {
 *         const router = Router()
 *         router.get('/visits', async (request, response) => { … })   // throw problems, never next(error)
 *         return router
 *       },
 *       paths: { '/api/visits': { get: operation({ … }) } },
 *     }
 *
 * Handlers run inside the regency, with `request.person`, `.language`, `.log` and, on a POST, `.idempotencyKey`.
 * `authorise(request, action, resource)` gives the filter to put into the query, `parse(schema, request.body)` the body.
 */
export type ApiResource = {
  name: string
  /** Mounted at `/api`; paths begin with the resource's own name. */
  routes(deps: ApiDeps): Router
  /** POSTs under `/api` that change nothing and so need no Idempotency-Key, such as `/track`. */
  readOnlyPosts?: readonly string[]
  paths: ZodOpenApiPathsObject
}
