import { IssuedDocument } from './document.ts'

/** The signed PDF; null while there is none. */
export async function signedBytes(document: string): Promise<Buffer | null> {
  const found = await IssuedDocument.findOne({ _id: document, signed: { $ne: null } })
    .select('+signed')
    .lean()
  return found?.signed ? asBuffer(found.signed) : null
}

/** Lean reads give the driver's own binary. */
function asBuffer(stored: Buffer | { buffer: Uint8Array }): Buffer {
  return Buffer.isBuffer(stored) ? stored : Buffer.from(stored.buffer)
}
