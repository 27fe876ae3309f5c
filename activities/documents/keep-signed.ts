import type { SignedPdf, SigningProvider } from '../../integrations/signing/signing.ts'
import { type DocumentRecord, IssuedDocument } from '../../models/case/document.ts'
import type { Signed } from '../../workflows/activities.ts'
import { sha256 } from './prepare.ts'

/** The prepared document, with its bytes; or what was signed already. */
export async function openPrepared(
  id: string,
): Promise<{ document: DocumentRecord & { prepared: Buffer } } | { already: Signed }> {
  const document = await IssuedDocument.findOne({ _id: id }).select('+prepared').orFail().lean()
  if (document.signature && document.digest) return { already: { ...document.signature, digest: document.digest } }
  const { prepared } = document
  if (!prepared) throw new RangeError(`document ${id} was not prepared`)
  return { document: { ...document, prepared: bytesOf(prepared) } }
}

/**
 * First stored wins: a signature made twice is kept once, and everybody is told of the one that is kept (design rule 5).
 * The document is issued when the case's timeline says so, not before: the case may never learn of this signature.
 */
export async function keepSigned(
  document: DocumentRecord,
  signed: SignedPdf,
  { by, position, provider }: { by: string; position: string | null; provider: SigningProvider },
): Promise<Signed> {
  const signature = {
    provider: signed.provider,
    serial: signed.certificateSerial,
    by,
    position,
    legallyBinding: provider.legallyBinding,
  }
  const digest = sha256(signed.pdf)
  await IssuedDocument.updateOne(
    { _id: document._id, signed: null },
    { $set: { signed: Buffer.from(signed.pdf), digest, signature }, $unset: { prepared: 1 } },
  )
  const kept = await IssuedDocument.findOne({ _id: document._id }).orFail().lean()
  if (!kept.signature || !kept.digest) throw new Error(`document ${document._id} lost its signature`)
  return { provider: kept.signature.provider, serial: kept.signature.serial, digest: kept.digest }
}

/** Lean reads give the driver's own binary. */
export function bytesOf(stored: Buffer | { buffer: Uint8Array }): Buffer {
  return Buffer.isBuffer(stored) ? stored : Buffer.from(stored.buffer)
}
