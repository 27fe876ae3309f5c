import { signatureFields } from '../pades/signature-fields.ts'
import { signerCertificate } from '../pades/signer-certificate.ts'
import { SigningError } from '../signing.ts'

/**
 * What came back, believed only when it is the PDF that was sent with one more signature, over the whole file. Anything
 * else is not kept; something may have been signed, so the outcome is unknown. Throws SigningError.
 */
export function checkSigned(sent: Uint8Array, signed: Uint8Array): { certificateSerial: string; signedAt: number } {
  const before = signatureFields(Buffer.from(sent)).length
  const fields = signatureFields(Buffer.from(signed))
  const last = fields.at(-1)
  const certificate = last && signerCertificate(last)
  if (!certificate || fields.length !== before + 1 || !last.coversWholeFile || !beginsWith(signed, sent)) {
    throw new SigningError('unknown-outcome')
  }
  return { certificateSerial: certificate.serialNumber, signedAt: last.signedAt ?? Date.now() }
}

function beginsWith(whole: Uint8Array, start: Uint8Array): boolean {
  return Buffer.compare(whole.subarray(0, start.length), start) === 0
}
