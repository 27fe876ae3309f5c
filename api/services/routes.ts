import { Router } from 'express'
import { z } from 'zod'
import { validatorModule } from '../../catalogue/compile/validator-module.ts'
import { Code } from '../../contracts/common.ts'
import { ServiceDetail, ServiceSummary } from '../../contracts/services.ts'
import { remembered } from '../../models/catalogue/cache.ts'
import { currentVersion, openServices, versionOf } from '../../models/catalogue/catalogue.ts'
import { notFound } from '../errors/problems.ts'
import { parseList, sendList } from '../middleware/list-query.ts'
import { operation } from '../openapi/operation.ts'
import { languages } from '../request.ts'
import type { ApiResource } from '../resource.ts'
import { chooseServices, ServiceFilter, sortable } from './list-services.ts'
import { presentDetail, presentSummary } from './present.ts'

const validatorPath = z.object({
  code: Code,
  version: z.coerce.number().int().min(1),
  language: z.enum(languages),
})

/** The public catalogue: what can be asked for, what is promised, and the form to fill in. */
export const services: ApiResource = {
  name: 'services',
  routes() {
    const router = Router()
    router.get('/services', async (request, response) => {
      const list = parseList(request.query, {
        filter: ServiceFilter,
        sortable,
        defaultSort: ['name', 'ASC'],
        defaultLimit: 1_000,
      })
      const summaries = await Promise.all((await openServices()).map(presentSummary))
      const chosen = chooseServices(summaries, list, request.language)
      const rows = chosen.slice(list.skip, list.skip + list.limit)
      response.set('Cache-Control', 'no-cache').vary('Accept-Language')
      sendList(response, 'services', list, rows, chosen.length)
    })

    router.get('/services/:code', async (request, response) => {
      const service = await currentVersion(request.params.code)
      if (!service) throw notFound()
      response.set('Cache-Control', 'no-cache').vary('Accept-Language')
      response.json(await presentDetail(service, request.language))
    })

    router.get('/services/:code/versions/:version/validator.:language.js', async (request, response) => {
      const asked = validatorPath.safeParse(request.params)
      if (!asked.success) throw notFound()
      const { code, version, language } = asked.data
      const text = await remembered(`validator/${code}/${version}/${language}`, 'forever', async () =>
        validatorModule((await published(code, version)).definition, language),
      )
      response.set('Cache-Control', 'public, max-age=31536000, immutable').type('text/javascript').send(text)
    })
    return router
  },
  paths: {
    '/api/services': {
      get: operation({
        tag: 'Services',
        summary: 'Every service that takes applications; filter by `q`, `agency`, `issuer`, `channel`, `id`',
        open: true,
        list: true,
        answer: ServiceSummary,
      }),
    },
    '/api/services/{code}': {
      get: operation({
        tag: 'Services',
        summary: 'Service standard, form (JSON Schema under `form.schema`), required documents, steps, terms, fee',
        open: true,
        path: z.object({ code: Code }),
        answer: ServiceDetail,
      }),
    },
    '/api/services/{code}/versions/{version}/validator.{language}.js': {
      get: operation({
        tag: 'Services',
        summary: 'The form’s validator as an ES module that needs no eval',
        open: true,
        path: validatorPath,
        media: 'text/javascript',
      }),
    },
  },
}

async function published(code: string, version: number) {
  try {
    return await versionOf(code, version)
  } catch (error) {
    if (error instanceof RangeError) throw notFound()
    throw error
  }
}
