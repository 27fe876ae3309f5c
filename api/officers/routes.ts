import { Router } from 'express'
import { z } from 'zod'
import { Code } from '../../contracts/common.ts'
import { OfficerRow } from '../../contracts/mandates.ts'
import { namesOf } from '../../models/auth-user.ts'
import { inForce, Membership, type MembershipRecord } from '../../models/membership.ts'
import { officeName } from '../mandates/offices.ts'
import { authorise } from '../middleware/ability.ts'
import { parseList, sendList } from '../middleware/list-query.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'

const rules = {
  filter: z.strictObject({ agency: Code.optional() }),
  sortable: { name: 'name' },
  defaultSort: ['name', 'ASC'],
  defaultLimit: 500,
} as const

/** More memberships than this are not read: whoever sees that many names an agency. */
const mostSeats = 2_000

export const officers: ApiResource = {
  name: 'officers',
  routes() {
    const router = Router()
    router.get('/officers', async (request, response) => {
      const may = authorise(request, 'read', 'person')
      const list = parseList(request.query, rules)
      const held = await Membership.find({ $and: [may, list.filter, inForce(new Date())] })
        .limit(mostSeats)
        .lean<MembershipRecord[]>()
      const rows = await presentOfficers(held)
      sendList(response, 'officers', list, rows.slice(list.skip, list.skip + list.limit), rows.length)
    })
    return router
  },
  paths: {
    '/api/officers': {
      get: operation({
        tag: 'Mandates',
        summary: 'Who works where today, by name, among the offices one may see',
        list: true,
        answer: OfficerRow,
      }),
    },
  },
}

async function presentOfficers(held: MembershipRecord[]): Promise<OfficerRow[]> {
  const accounts = [...new Set(held.map(({ account }) => account))]
  const names = await namesOf(accounts)
  const rows = accounts.map(async (id) => ({
    id,
    name: names.get(id) ?? id,
    seats: await Promise.all(
      held
        .filter(({ account }) => account === id)
        .map(async ({ role, agency, village, position }) => ({
          ...{ role, agency, village, position },
          office: await officeName({ agency, village }),
        })),
    ),
  }))
  return (await Promise.all(rows)).sort((a, b) => a.name.localeCompare(b.name, 'id'))
}
