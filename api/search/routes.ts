import { type Request, Router } from 'express'
import { z } from 'zod'
import { ApplicationRow } from '../../contracts/applications.ts'
import { SearchRequest } from '../../contracts/search.ts'
import { audit } from '../../models/audit.ts'
import { presentApplicationRow } from '../case/present-row.ts'
import { readerOf } from '../case/reader.ts'
import { authorise, signedIn } from '../middleware/ability.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { search as find, kindOf } from './find.ts'

export const search: ApiResource = {
  name: 'search',
  readOnlyPosts: ['/search'],
  routes({ limits }) {
    const router = Router()
    router.post('/search', limits.search, async (request: Request, response) => {
      const may = authorise(request, 'search', 'application')
      const { text, purpose } = parse(SearchRequest, request.body)
      const kind = kindOf(text)
      const found = await find(text, kind, may)
      const subject = { kind: `search by ${kind}`, id: String(found.length) }
      await audit({ act: 'search', by: signedIn(request).account, subject, purpose: purpose ?? null })
      const reader = readerOf(request)
      const rows = await Promise.all(found.map(async (row) => presentApplicationRow(row, await reader.words(row))))
      response.set('Cache-Control', 'no-store').json(rows)
    })
    return router
  },
  paths: {
    '/api/search': {
      post: operation({
        tag: 'Search',
        summary: 'Cases by NIK, number or words of a name, within one’s reach; every search is kept in the audit chain',
        body: SearchRequest,
        answer: z.array(ApplicationRow),
      }),
    },
  },
}
