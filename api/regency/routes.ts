import { Router } from 'express'
import { Regency } from '../../contracts/me.ts'
import { plainDay } from '../../domain/indonesian-time.ts'
import { regencyFacts, servicePoints } from '../../models/catalogue/catalogue.ts'
import { openingsOf } from '../../models/catalogue/openings.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'

/** Days that a service point tells ahead. */
const fortnight = 14

export const regency: ApiResource = {
  name: 'regency',
  routes({ env }) {
    const router = Router()
    router.get('/regency', async (_request, response) => {
      const facts = await regencyFacts()
      const points = await servicePoints()
      const named = points.flatMap(({ calendar }) => calendar ?? [])
      const today = plainDay(Date.now(), facts.utcOffsetMinutes)
      const answer: Regency = {
        code: facts.code,
        name: facts.name,
        region: facts.region,
        utcOffsetMinutes: facts.utcOffsetMinutes,
        timeZoneName: facts.timeZoneName,
        portalName: facts.portalName,
        tagline: facts.tagline,
        crest: '/api/regency/crest',
        colour: facts.colour,
        contact: facts.contact,
        demo: env.DEMO,
        servicePoints: points.map(({ code, name, kind, address, hours, calendar = null }) => ({
          code,
          name,
          kind,
          address,
          hours,
          calendar,
        })),
        openings: (await openingsOf(named, today, fortnight)).map(({ calendar, days }) => ({
          calendar,
          days: days.map((day) => ({ ...day, hours: [...day.hours] })),
        })),
      }
      response.set('Cache-Control', 'no-cache').json(answer)
    })
    router.get('/regency/crest', async (_request, response) => {
      const { crestSvg } = await regencyFacts()
      response
        .set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .set('Cache-Control', 'public, max-age=3600')
        .type('image/svg+xml')
        .send(crestSvg)
    })
    return router
  },
  paths: {
    '/api/regency': {
      get: operation({
        tag: 'Regency',
        summary: 'Public face of the regency that the host names',
        open: true,
        answer: Regency,
      }),
    },
    '/api/regency/crest': {
      get: operation({ tag: 'Regency', summary: 'The crest', open: true, media: 'image/svg+xml' }),
    },
  },
}
