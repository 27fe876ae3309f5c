import type { Verification } from '../../contracts/documents.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import type { DocumentRecord } from '../../models/case/document.ts'
import { officeOf } from '../../models/catalogue/catalogue.ts'
import { initialsOf } from '../case/mask.ts'
import { asOf } from '../case/present-row.ts'
import { wordBook } from '../case/words.ts'
import type { Inspection } from './inspect.ts'

type Signed = DocumentRecord & { issuedAt: Date; digest: string; signature: NonNullable<DocumentRecord['signature']> }

export function isSigned(document: DocumentRecord): document is Signed {
  return document.issuedAt !== null && document.digest !== null && document.signature !== null
}

/** What the public is told of a document: that it was issued, by whom, for whose initials, and whether it still stands. */
export async function presentVerification(
  document: Signed,
  application: ApplicationRecord,
  { intact, signedAt }: Inspection,
): Promise<Verification> {
  const { signature, issuedAt, validUntil, basis } = document
  const words = await wordBook()(application)
  return {
    id: document._id,
    state: stateOf(document, application),
    supersededBy: laterVersion(document, application),
    legallyBinding: signature.legallyBinding,
    title: document.title,
    number: document.number,
    kind: document.kind === 'external' ? 'approval' : document.kind,
    agency: (await officeOf(document.agency)).name,
    holder: initialsOf(application.applicant.name),
    issuedAt: issuedAt.toISOString(),
    validUntil: validUntil?.toISOString() ?? null,
    basis: basis && { id: words.basis(basis.id), en: words.basis(basis.en) },
    signature: {
      by: signature.by,
      position: signature.position,
      at: new Date(signedAt ?? issuedAt.getTime()).toISOString(),
      provider: signature.provider,
      serial: signature.serial,
      intact,
    },
    digest: document.digest,
  }
}

/** Counted from its dates whenever it is asked: nothing has to run for a document to expire. */
function stateOf({ _id, issuedAt, validUntil }: Signed, application: ApplicationRecord): Verification['state'] {
  const now = asOf(application)
  const known = application.state.documents[_id]?.status
  if (known === 'superseded' || known === 'annulled') return known
  if (issuedAt.getTime() > now) return 'not-yet-issued'
  return validUntil !== null && validUntil.getTime() < now ? 'expired' : 'valid'
}

function laterVersion({ _id, code }: Signed, { state }: ApplicationRecord): string | null {
  if (state.documents[_id]?.status !== 'superseded') return null
  const stands = Object.values(state.documents).find((each) => each.code === code && each.status === 'signed')
  return stands?.id ?? null
}
