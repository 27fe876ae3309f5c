import { Router } from 'express'
import { PublicCompliance } from '../../contracts/public-compliance.ts'
import { plainDay } from '../../domain/indonesian-time.ts'
import { lastBuckets } from '../../domain/oversight/buckets.ts'
import { publicShare, smallestGroup } from '../../domain/oversight/public-share.ts'
import { agencyNames, regencyFacts } from '../../models/catalogue/catalogue.ts'
import { sumBy } from '../../models/oversight/history.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'

/** Whole months: a figure that grows by the day would tell of the one case that came to it. */
const months = 12

export const publicCompliance: ApiResource = {
  name: 'public-compliance',
  routes({ limits }) {
    const router = Router()
    router.get('/public-compliance', limits.verify, async (_request, response) => {
      response.set('Cache-Control', 'public, max-age=300').json(await compliance())
    })
    return router
  },
  paths: {
    '/api/public-compliance': {
      get: operation({
        tag: 'Oversight',
        summary: 'How agencies kept the terms they promise, over the last twelve whole months',
        description: 'No personal data; agencies with too few cases are named without figures.',
        open: true,
        answer: PublicCompliance,
      }),
    },
  },
}

async function compliance(): Promise<PublicCompliance> {
  const { utcOffsetMinutes } = await regencyFacts()
  const from = lastBuckets(plainDay(Date.now(), utcOffsetMinutes), 'month', months + 1).slice(0, months)
  const agenciesOnly = { village: null }
  const sums = await sumBy({ may: agenciesOnly, subject: 'case', grain: 'month', from, slice: {} }, 'office')
  const names = await agencyNames()
  const agencies = sums
    .flatMap(({ office, ...figures }) => {
      const name = office === null ? undefined : names.get(office)
      return office && name ? [{ code: office, name, kept: publicShare(figures) }] : []
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'id'))
  return { from: from[0] ?? '', to: from.at(-1) ?? '', smallest: smallestGroup, agencies }
}
