import { join } from 'node:path'
import compression from 'compression'
import express, { type Express, Router } from 'express'
import { projectRoot } from '../infra/env.ts'
import { authRoutes } from './auth/routes.ts'
import type { ApiDeps } from './deps.ts'
import { errorHandler, noSuchRoute } from './errors/error-handler.ts'
import { healthRoutes } from './health/routes.ts'
import { metricsRoutes } from './metrics/routes.ts'
import { jsonOrUpload } from './middleware/content-type.ts'
import { idempotencyKey } from './middleware/idempotency.ts'
import { requestMetrics } from './middleware/metrics.ts'
import { regencyContext } from './middleware/regency.ts'
import { requestContext } from './middleware/request-context.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import { sessions } from './middleware/session.ts'
import { openApiRoutes } from './openapi/routes.ts'
import { ossErrors } from './outside/oss-door.ts'
import type { ApiResource } from './resource.ts'
import { resources } from './resources.ts'
import { screens } from './static/screens.ts'

/** Everything one address serves: API, its description, metrics, and the built screens. */
export function createApp(deps: ApiDeps, served: readonly ApiResource[] = resources): Express {
  const { env, log } = deps
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.TRUST_PROXY)
  app.set('query parser', 'simple')
  app.use(requestContext(log), requestMetrics(deps.metrics))
  app.use(securityHeaders({ https: env.PUBLIC_URL.startsWith('https:') }))
  app.use(metricsRoutes(deps))
  app.use('/api', api(deps, served))
  app.use('/admin', screens(join(projectRoot, 'admin/dist')))
  app.use(screens(join(projectRoot, 'portal/dist')))
  app.use(noSuchRoute, errorHandler)
  return app
}

/** Order matters: open facts first, then who asks and for which regency, then the resources. */
function api(deps: ApiDeps, served: readonly ApiResource[]): Router {
  const signedIn = sessions(deps.auth, { refuseDemo: deps.env.NODE_ENV === 'production' })
  const router = Router()
  router.use(
    compression({
      level: quickly,
      filter: (request, response) => !isStream(response) && compression.filter(request, response),
    }),
  )
  router.use(healthRoutes(deps), openApiRoutes(deps, served))
  router.use('/auth', authRoutes(deps, signedIn))
  // A NIB comes with every licence that hangs on it.
  router.use('/outside', express.json({ limit: '512kb' }))
  router.use('/outside/oss', ossErrors)
  router.use(express.json({ limit: '64kb' }), jsonOrUpload)
  router.use(regencyContext(deps.regencyOf), signedIn.middleware)
  router.use(idempotencyKey(served.flatMap((resource) => resource.readOnlyPosts ?? [])))
  for (const resource of served) router.use(resource.routes(deps))
  router.use(noSuchRoute)
  return router
}

/** JSON packs as small at zlib's level 3 as at its usual 6, in a quarter of the time. */
const quickly = 3

/** An event stream is written in small pieces that must not wait for a block to fill. */
const isStream = (response: { getHeader(name: string): unknown }) =>
  String(response.getHeader('content-type') ?? '').startsWith('text/event-stream')
