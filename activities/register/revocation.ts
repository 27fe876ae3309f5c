import { Act, type RevocationContent } from '../../models/case/acts.ts'
import { Application } from '../../models/case/application.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { RegisterEntry, type RegisterRecord } from '../../models/register/entry.ts'
import { inRegency } from '../../models/tenancy.ts'
import type { Prepared } from '../../workflows/activities.ts'
import type { RevocationRequest } from '../../workflows/register/activities.ts'
import type { CaseDeps } from '../deps.ts'
import { makeDocument } from '../documents/prepare.ts'
import { revocationKey } from './effects.ts'
import { termsOf } from './terms.ts'

/** Numbers and renders the letter of revocation, once per licence: asked again, the same number on the same letter. */
export function revocationPreparer(deps: CaseDeps): (request: RevocationRequest) => Promise<Prepared> {
  return (request) => inRegency(request.regency, () => prepare(deps, request))
}

async function prepare(deps: CaseDeps, { entry, actId, signer, at }: RevocationRequest): Promise<Prepared> {
  const row = await RegisterEntry.findOne({ entry }).orFail().lean()
  const application = await Application.findOne({ _id: row.application }).orFail().lean()
  const { pinned, register } = await termsOf(deps, row)
  const document = pinned.definition.documents.find(({ code }) => code === register.revocation)
  if (document?.kind !== 'revocation') throw new RangeError(`register ${row.register} has no letter of revocation`)
  const { reason, basis } = await said(actId)
  return makeDocument(deps, {
    application,
    pinned,
    letter: { document, office: await deps.catalogue.office(row.agency), validUntil: null },
    key: revocationKey(entry),
    ordinal: 1,
    signer,
    basis: null,
    at,
    about: { register: await licenceOf(row), decision: { note: reason, basis } },
  })
}

async function licenceOf({ document, validFrom, validUntil }: RegisterRecord) {
  const paper = await IssuedDocument.findOne({ _id: document }).orFail().lean()
  return { number: paper.number, validFrom: validFrom.toISOString(), validUntil: validUntil?.toISOString() ?? null }
}

async function said(actId: string): Promise<RevocationContent> {
  const act = await Act.findOne({ _id: actId }).orFail().lean()
  if (act.kind !== 'revocation') throw new RangeError(`act ${actId} revokes nothing`)
  return act.content
}
