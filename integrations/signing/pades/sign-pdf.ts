import { SignPdf } from '@signpdf/signpdf'
import { Signer } from '@signpdf/utils'
import { type SigningKey, signDetached } from './cms.ts'
import { type SignatureDetails, withPlaceholder } from './placeholder.ts'

/** Signs a PDF to PAdES-BASELINE-B. The bytes given are the first bytes of the result. Throws PdfFormatError. */
export async function signPdf(pdf: Uint8Array, key: SigningKey, details: SignatureDetails): Promise<Uint8Array> {
  const prepared = withPlaceholder(Buffer.from(pdf), details)
  return new Uint8Array(await new SignPdf().sign(prepared, new KeySigner(key)))
}

class KeySigner extends Signer {
  #key: SigningKey

  constructor(key: SigningKey) {
    super()
    this.#key = key
  }

  override async sign(content: Buffer): Promise<Buffer> {
    return Buffer.from(await signDetached(content, this.#key))
  }
}
