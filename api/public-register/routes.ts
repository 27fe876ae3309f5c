import { Router } from 'express'
import { loadRegions } from '../../catalogue/regions.ts'
import { PublicRegister, PublicRegisterQuery } from '../../contracts/register.ts'
import { openServices } from '../../models/catalogue/catalogue.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import { entryWordBook } from '../register/words.ts'
import type { ApiResource } from '../resource.ts'
import { findPublic, mostShown } from './find.ts'
import { presentPublicEntry } from './present.ts'

export const publicRegister: ApiResource = {
  name: 'public-register',
  routes({ limits }) {
    const router = Router()
    router.get('/public-register', limits.verify, async (request, response) => {
      const { register, q } = parse(PublicRegisterQuery, request.query)
      const registers = await askable()
      const asked = registers.filter(({ code }) => register === undefined || code === register)
      const found = await findPublic(asked, q)
      const words = entryWordBook()
      const regions = await loadRegions()
      const shown = found.slice(0, mostShown)
      const entries = await Promise.all(shown.map(async (row) => presentPublicEntry(row, await words(row), regions)))
      response.set('Cache-Control', 'no-store').json({ registers, entries, more: found.length > mostShown })
    })
    return router
  },
  paths: {
    '/api/public-register': {
      get: operation({
        tag: 'Register',
        summary: 'What the registers make public, with how each licence stands today',
        description: 'By the beginning of a number, or by name where the register makes names public.',
        open: true,
        query: PublicRegisterQuery,
        answer: PublicRegister,
      }),
    },
  },
}

/** Registers of open services that make at least the number public. */
async function askable() {
  const services = await openServices()
  return services
    .flatMap(({ definition }) => definition.registers)
    .filter(({ publicFields }) => publicFields.includes('number'))
    .map(({ code, name, publicFields }) => ({ code, name, byHolder: publicFields.includes('holder') }))
}
