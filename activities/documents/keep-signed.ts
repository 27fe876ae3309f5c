import type { Logger } from 'pino'
import { type SignedPdf, SigningError, type SigningProvider } from '../../integrations/signing/signing.ts'
import { type DocumentRecord, IssuedDocument } from '../../models/case/document.ts'
import type { Signed } from '../../workflows/activities.ts'
import { sha256 } from './prepare.ts'

type SignedBy = { by: string; position: string | null; mandate?: string; provider: SigningProvider }

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
 * One for bytes that were prepared anew meanwhile, for another signer, is not kept: SigningError `unknown-outcome`.
 * The document is issued when the case's timeline says so, not before: the case may never learn of this signature.
 */
export async function keepSigned(
  document: DocumentRecord,
  signed: SignedPdf,
  { by, position, mandate, provider }: SignedBy,
): Promise<Signed> {
  const signature = {
    provider: signed.provider,
    serial: signed.certificateSerial,
    by,
    position,
    legallyBinding: provider.legallyBinding,
    ...(mandate ? { mandate } : {}),
  }
  const digest = sha256(signed.pdf)
  await IssuedDocument.updateOne(
    { _id: document._id, signed: null, digest: document.digest },
    { $set: { signed: Buffer.from(signed.pdf), digest, signature }, $unset: { prepared: 1 } },
  )
  const kept = await IssuedDocument.findOne({ _id: document._id }).orFail().lean()
  if (!kept.signature || !kept.digest) throw new SigningError('unknown-outcome')
  return { provider: kept.signature.provider, serial: kept.signature.serial, digest: kept.digest }
}

/** Keeps what arrives after the task was given back: signing again finds it. Never rejects; what is not kept is logged. */
export function keepingLate(log: Logger, document: DocumentRecord, by: SignedBy): (signed: SignedPdf) => Promise<void> {
  return async (signed) => {
    try {
      await keepSigned(document, signed, by)
      log.info({ document: document._id }, 'a late signature was kept')
    } catch (error) {
      log.warn({ error, document: document._id }, 'a late signature was not kept')
    }
  }
}

/** Lean reads give the driver's own binary. */
export function bytesOf(stored: Buffer | { buffer: Uint8Array }): Buffer {
  return Buffer.isBuffer(stored) ? stored : Buffer.from(stored.buffer)
}
