import { Router } from 'express'
import { isMongoReady } from '../../infra/mongo.ts'
import { isTemporalReady } from '../../infra/temporal.ts'
import type { ApiDeps } from '../deps.ts'

/** `/api/health`: the process lives. `/api/ready`: it can also serve, with MongoDB and Temporal answering. */
export function healthRoutes({ temporal }: Pick<ApiDeps, 'temporal'>): Router {
  const router = Router()
  router.get('/health', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  router.get('/ready', async (_request, response) => {
    const [mongo, workflows] = await Promise.all([isMongoReady(), isTemporalReady(temporal)])
    const ready = mongo && workflows
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: ready ? 'ready' : 'waiting', mongo, temporal: workflows })
  })
  return router
}
