import type { Verification } from '../../contracts/documents.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import type { DocumentRecord } from '../../models/case/document.ts'
import { officeOf } from '../../models/catalogue/catalogue.ts'
import { initialsOf } from '../case/mask.ts'
import { wordBook } from '../case/words.ts'
import type { Inspection } from './inspect.ts'
import { standingOf } from './standing.ts'

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
    ...(await standingOf(document, application)),
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
      mandate: signature.mandate ?? null,
      at: new Date(signedAt ?? issuedAt.getTime()).toISOString(),
      provider: signature.provider,
      serial: signature.serial,
      intact,
    },
    digest: document.digest,
  }
}
