import { Router } from 'express'
import { loadRegions } from '../../catalogue/regions.ts'
import { Me } from '../../contracts/me.ts'
import { ProfileChanges } from '../../contracts/profile.ts'
import { mandatesOf } from '../../models/authority/authority.ts'
import { changeProfile, type PersonProfileRecord, profileOf } from '../../models/person-profile.ts'
import { invalidField } from '../errors/problems.ts'
import { agencyName } from '../mandates/offices.ts'
import { presentMyMandate } from '../mandates/present.ts'
import { authorise, packAbility, signedIn } from '../middleware/ability.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { SignedIn } from '../request.ts'
import type { ApiResource } from '../resource.ts'

export const me: ApiResource = {
  name: 'me',
  routes() {
    const router = Router()
    router.get('/me', async (request, response) => {
      const person = signedIn(request)
      response.set('Cache-Control', 'no-store').json(await present(person, await profileOf(person.account)))
    })
    router.put('/me/profile', async (request, response) => {
      authorise(request, 'edit', 'person')
      const person = signedIn(request)
      const changes = parse(ProfileChanges, request.body)
      await checkVillage(changes.village)
      response.json(await present(person, await changeProfile(person.account, changes)))
    })
    return router
  },
  paths: {
    '/api/me': {
      get: operation({ tag: 'Me', summary: 'Who is signed in, and what they may do here', answer: Me }),
    },
    '/api/me/profile': {
      put: operation({
        tag: 'Me',
        summary: 'Keep what forms are filled with',
        body: ProfileChanges,
        answer: Me,
        refusals: { 422: 'A village that does not exist.' },
      }),
    },
  },
}

async function present(person: SignedIn, profile: PersonProfileRecord | null): Promise<Me> {
  const { account, name, email, memberships, ability } = person
  const acting = new Set(memberships.flatMap(({ mandate }) => mandate?.id ?? []))
  return {
    id: account,
    name,
    email,
    memberships: await Promise.all(
      memberships
        .filter(({ mandate }) => !mandate)
        .map(async ({ role, agency, village, servicePoint }) => ({
          ...{ role, agency, village, servicePoint },
          agencyName: agency === null ? null : await agencyName(agency),
        })),
    ),
    mandates: (await mandatesOf(account)).filter(({ _id }) => acting.has(_id)).map(presentMyMandate),
    profile: {
      name: profile?.name ?? name,
      email,
      ...(profile?.nik ? { nik: profile.nik } : {}),
      ...(profile?.phone ? { phone: profile.phone } : {}),
      ...(profile?.village ? { village: profile.village } : {}),
    },
    abilities: packAbility(ability),
  }
}

async function checkVillage(village: string | null | undefined): Promise<void> {
  if (!village || (await loadRegions()).has(village)) return
  throw invalidField('village', 'unknown-village', {
    id: 'Desa/kelurahan ini tidak ada dalam daftar wilayah.',
    en: 'Village is not in the list of regions.',
  })
}
