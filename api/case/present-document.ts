import type { IssuedDocument } from '../../contracts/documents.ts'
import type { DocumentRecord } from '../../models/case/document.ts'

/** A document of a case; `file` is where the reader gets the PDF, null until there is one. */
export function presentDocument(
  document: DocumentRecord,
  { file, publicUrl }: { file: string; publicUrl: string },
): IssuedDocument {
  const { _id, code, title, number, kind, issuedAt, signature, signer } = document
  const external = kind === 'external'
  return {
    id: _id,
    code,
    title,
    number,
    kind,
    issuedAt: issuedAt?.toISOString() ?? null,
    signedBy: signature ? { name: signature.by, position: signature.position ?? signer?.position ?? '' } : null,
    file: issuedAt ? file : null,
    verifyUrl: issuedAt && !external ? `${publicUrl}/verifikasi/${_id}` : null,
  }
}
