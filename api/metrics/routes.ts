import { Router } from 'express'
import type { ApiDeps } from '../deps.ts'

/** `/metrics` in Prometheus' text form. It names routes and counts, never people. */
export function metricsRoutes({ metrics }: Pick<ApiDeps, 'metrics'>): Router {
  const router = Router()
  router.get('/metrics', async (_request, response) => {
    response
      .type(metrics.contentType)
      .set('Cache-Control', 'no-store')
      .send(await metrics.metrics())
  })
  return router
}
