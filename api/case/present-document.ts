import type { IssuedDocument } from '../../contracts/documents.ts'
import type { CaseState, DocumentState } from '../../domain/case/state.ts'
import type { DocumentRecord } from '../../models/case/document.ts'

/** Whether there is a PDF: of an old archive only the number may be known. */
export function hasFile({ issuedAt, signature, file }: DocumentRecord): boolean {
  return issuedAt !== null && (signature !== null || file !== null)
}

/** A document of a case; `file` is where the reader gets the PDF, null until there is one. */
export function presentDocument(
  document: DocumentRecord,
  { file, publicUrl, state }: { file: string; publicUrl: string; state: CaseState },
): IssuedDocument {
  const { _id, code, title, number, kind, issuedAt, signature, signer } = document
  const external = kind === 'external'
  const filed = hasFile(document)
  return {
    id: _id,
    code,
    title,
    number,
    kind,
    standing: standingOf(state.documents[_id]),
    issuedAt: issuedAt?.toISOString() ?? null,
    signedBy: signature ? { name: signature.by, position: signature.position ?? signer?.position ?? '' } : null,
    file: filed ? file : null,
    verifyUrl: filed && signature && !external ? `${publicUrl}/verifikasi/${_id}` : null,
  }
}

function standingOf(known: DocumentState | undefined): IssuedDocument['standing'] {
  return known?.status === 'superseded' || known?.status === 'annulled' ? known.status : null
}
