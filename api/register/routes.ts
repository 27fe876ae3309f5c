import { type Request, Router } from 'express'
import { z } from 'zod'
import { Id } from '../../contracts/common.ts'
import {
  RegisterDetail,
  RegisterRow,
  ReinstateEntry,
  RenewalDraft,
  ReportEntry,
  RevokeEntry,
  SuspendEntry,
} from '../../contracts/register.ts'
import type { ActionsOf } from '../../domain/policy/index.ts'
import type { CaseServices } from '../case/services.ts'
import { signedIn } from '../middleware/ability.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import type { Acting } from './acts.ts'
import { findEntry, findEntryFor, readEntry } from './find.ts'
import { listRegister } from './list.ts'
import { reinstate, report, revoke, suspend } from './office.ts'
import { showEntry } from './present-detail.ts'
import { renewalDraft } from './renewal.ts'

const path = z.object({ id: Id })
type ById = Request<{ id: string }>

const acts = {
  suspend: { body: SuspendEntry, summary: 'Suspend a licence, until a date or until it is lifted' },
  reinstate: { body: ReinstateEntry, summary: 'Lift a suspension' },
  revoke: { body: RevokeEntry, summary: 'Take a licence away for good, by a signed letter' },
  report: { body: ReportEntry, summary: 'Hand in the report that is awaited' },
} as const satisfies Partial<Record<ActionsOf['register'], object>>
type Act = keyof typeof acts

export const register: ApiResource = {
  name: 'register',
  routes({ cases, limits }) {
    const router = Router()
    router.get('/register', listRegister)
    router.get('/register/:id', async (request, response) => {
      response.json(await showEntry(request, await findEntry(request, request.params.id)))
    })
    router.get('/register/:id/renewal', async (request: ById, response) => {
      const row = await findEntryFor(request, request.params.id, 'renew')
      response.set('Cache-Control', 'no-store').json(await renewalDraft(row))
    })
    for (const name of Object.keys(acts) as Act[]) {
      router.post(`/register/:id/${name}`, limits.create, async (request: ById, response) => {
        const row = await findEntryFor(request, request.params.id, name)
        const acting = { row, person: signedIn(request), key: request.idempotencyKey }
        await carryOut(name, cases, acting, request.body)
        response.json(await showEntry(request, await readEntry(row.entry)))
      })
    }
    return router
  },
  paths: {
    '/api/register': {
      get: operation({ tag: 'Register', summary: 'Licences that one may see', list: true, answer: RegisterRow }),
    },
    '/api/register/{id}': {
      get: operation({
        tag: 'Register',
        summary: 'A licence, its story and its legal acts',
        path,
        answer: RegisterDetail,
      }),
    },
    '/api/register/{id}/renewal': {
      get: operation({
        tag: 'Register',
        summary: "What a renewal's form begins with, for the holder",
        path,
        answer: RenewalDraft,
        refusals: { 409: 'The register knows no renewal.' },
      }),
    },
    ...Object.fromEntries(
      (Object.keys(acts) as Act[]).map((name) => [
        `/api/register/{id}/${name}`,
        {
          post: operation({
            tag: 'Register',
            summary: acts[name].summary,
            keyed: true,
            path,
            body: acts[name].body,
            answer: RegisterDetail,
            refusals: { 409: 'The licence does not take this act as it stands.' },
          }),
        },
      ]),
    ),
  },
}

function carryOut(name: Act, cases: CaseServices, acting: Acting, body: unknown): Promise<void> {
  switch (name) {
    case 'suspend':
      return suspend(cases, acting, parse(SuspendEntry, body))
    case 'reinstate':
      return reinstate(cases, acting, parse(ReinstateEntry, body))
    case 'revoke':
      return revoke(cases, acting, parse(RevokeEntry, body))
    case 'report':
      return report(cases, acting, parse(ReportEntry, body))
  }
}
