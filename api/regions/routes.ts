import { Router } from 'express'
import { z } from 'zod'
import { levelOf, loadRegions, parentOf, type Regions } from '../../catalogue/regions.ts'
import { Region } from '../../contracts/profile.ts'
import { badRequest, notFound } from '../errors/problems.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'

/** The country's regions by code: public data that changes with a release of Lontar only. */
export const regions: ApiResource = {
  name: 'regions',
  routes() {
    const router = Router()
    router.get('/regions', async (request, response) => {
      const parent = request.query.parent ?? ''
      if (typeof parent !== 'string' || (parent !== '' && levelOf(parent) === undefined)) {
        throw badRequest('invalid-parameter', {
          id: 'Parameter parent harus kode wilayah, misalnya 35.10.',
          en: 'Parameter parent must be a region code, such as 35.10.',
        })
      }
      const known = await loadRegions()
      if (parent !== '' && !known.has(parent)) throw notFound()
      response.set('Cache-Control', 'public, max-age=86400').json(known.childrenOf(parent))
    })
    router.get('/regions/:code', async (request, response) => {
      const { code } = request.params
      const known = await loadRegions()
      if (!known.has(code)) throw notFound()
      response.set('Cache-Control', 'public, max-age=86400').json({ code, name: fullName(known, code) })
    })
    return router
  },
  paths: {
    '/api/regions': {
      get: operation({
        tag: 'Regions',
        summary: 'Regions right below `parent`; the provinces without one',
        open: true,
        query: z.object({ parent: z.string().optional() }),
        answer: z.array(Region),
      }),
    },
    '/api/regions/{code}': {
      get: operation({
        tag: 'Regions',
        summary: 'A region’s name, with its district for a village',
        open: true,
        path: z.object({ code: z.string() }),
        answer: Region,
      }),
    },
  },
}

/** "Aliyan, Rogojampi": a village is known by its district. */
function fullName(known: Regions, code: string): string {
  const parent = parentOf(code)
  const name = known.nameOf(code)
  return levelOf(code) === 'village' && parent ? `${name}, ${known.nameOf(parent)}` : name
}
