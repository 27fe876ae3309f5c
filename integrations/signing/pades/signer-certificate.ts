import { X509Certificate } from 'node:crypto'
import { Certificate, ContentInfo, SignedData } from 'pkijs'
import type { SignatureField } from './signature-fields.ts'

/** The certificate a signature names as its signer's; undefined where the signature cannot be read. */
export function signerCertificate(field: SignatureField): X509Certificate | undefined {
  try {
    const signed = new SignedData({ schema: ContentInfo.fromBER(new Uint8Array(field.cms).buffer).content })
    const serial = signed.signerInfos[0]?.sid.serialNumber
    const certificates = (signed.certificates ?? []).filter((one) => one instanceof Certificate)
    const own = certificates.find((one) => serial && one.serialNumber.isEqual(serial))
    return own && new X509Certificate(Buffer.from(own.toSchema().toBER()))
  } catch {
    // What cannot be read names nobody; the caller says what that means.
    return undefined
  }
}
