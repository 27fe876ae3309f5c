import { Router } from 'express'
import { getAbsoluteFSPath } from 'swagger-ui-dist'
import type { ApiDeps } from '../deps.ts'
import { nonceOf } from '../middleware/security-headers.ts'
import type { ApiResource } from '../resource.ts'
import { openApiDocument } from './document.ts'

const assets = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']

/** `/api/openapi.json`, and a page to read it at `/api/docs`, served from our own files under the strict policy. */
export function openApiRoutes(deps: ApiDeps, resources: readonly ApiResource[]): Router {
  const router = Router()
  let document: string | undefined
  router.get('/openapi.json', (_request, response) => {
    document ??= JSON.stringify(openApiDocument(resources, deps.env.PUBLIC_URL))
    response.type('json').set('Cache-Control', 'public, max-age=300').send(document)
  })
  router.get('/docs', (request, response) => {
    if (!request.originalUrl.split('?')[0]?.endsWith('/')) return response.redirect('docs/')
    response
      .type('html')
      .set('Cache-Control', 'no-cache')
      .send(page(nonceOf(response)))
  })
  router.get('/docs/start.js', (_request, response) => {
    response.sendFile('start-docs.js', { root: import.meta.dirname })
  })
  for (const asset of assets) {
    router.get(`/docs/${asset}`, (_request, response) => {
      response.sendFile(asset, { root: getAbsoluteFSPath(), maxAge: '1d' })
    })
  }
  return router
}

const page = (nonce: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Lontar API</title>
<link rel="icon" href="favicon-32x32.png"><link rel="stylesheet" href="swagger-ui.css" nonce="${nonce}">
</head>
<body><div id="docs"></div><script src="swagger-ui-bundle.js"></script><script src="start.js"></script></body>
</html>
`
