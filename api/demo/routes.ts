import { Router } from 'express'
import { z } from 'zod'
import { DemoPerson } from '../../contracts/me.ts'
import { demoPeople } from '../../models/demo-person.ts'
import { notFound } from '../errors/problems.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { demoPassword } from './seed-people.ts'

/** One-click sign-in, only where DEMO is on; elsewhere there is nothing here. */
export const demo: ApiResource = {
  name: 'demo',
  routes({ env }) {
    const router = Router()
    router.get('/demo/people', async (_request, response) => {
      if (!env.DEMO) throw notFound()
      const people = await demoPeople()
      const answer: DemoPerson[] = people.map(({ email, name, title, home }) => ({
        email,
        name,
        title,
        home,
        password: demoPassword,
      }))
      response.set('Cache-Control', 'no-store').json(answer)
    })
    return router
  },
  paths: {
    '/api/demo/people': {
      get: operation({
        tag: 'Demo',
        summary: 'People to try Lontar as; 404 where DEMO is off',
        open: true,
        answer: z.array(DemoPerson),
        refusals: { 404: 'Not a demonstration.' },
      }),
    },
  },
}
