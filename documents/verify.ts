import { createHash, X509Certificate } from 'node:crypto'
import { OctetString, Sequence } from 'asn1js'
import { type Attribute, Certificate, ContentInfo, SignedData, SignedDataVerifyError } from 'pkijs'
import { type SignatureField, signatureFields } from '../integrations/signing/pades/signature-fields.ts'
import { isTrusted } from './signature/chain.ts'

/**
 * What the file's own signatures say. `signerName`, `signedAt` (epoch milliseconds, as the signer claims: there is no
 * time-stamp) and `certificateSerial` are the last signature's. `integrity`: every signature holds for the bytes it covers,
 * and the last one covers the whole file. `trusted`: integrity, and the last signer's certificate leads to a root and was
 * good at the time. Whether a certificate was revoked is not asked.
 */
export type SignatureInspection = {
  signed: boolean
  signerName: string | null
  signedAt: number | null
  certificateSerial: string | null
  integrity: boolean
  trusted: boolean
}

const unsigned: SignatureInspection = {
  signed: false,
  signerName: null,
  signedAt: null,
  certificateSerial: null,
  integrity: false,
  trusted: false,
}

/** Reads and checks the signatures of a PDF; `roots` are PEM certificates to trust. Never throws on a bad file. */
export async function inspectSignature(
  pdf: Uint8Array,
  { roots }: { roots: readonly string[] },
): Promise<SignatureInspection> {
  const fields = signatureFields(Buffer.from(pdf))
  const checked = await Promise.all(fields.map(check))
  const last = checked.at(-1)
  if (!last) return unsigned
  if (!last.certificate) return { ...unsigned, signed: true }
  const integrity = checked.every((one) => one.sound) && last.field.coversWholeFile
  const signer = last.certificate
  return {
    signed: true,
    signerName: commonNameOf(signer),
    signedAt: last.field.signedAt,
    certificateSerial: signer.serialNumber,
    integrity,
    trusted: integrity && isTrusted(signer, last.others, roots, last.field.signedAt),
  }
}

type Checked = { field: SignatureField; sound: boolean; certificate?: X509Certificate; others: X509Certificate[] }

/** `sound`: the digest and the CMS signature hold, for exactly the certificate that the signed attributes name. */
async function check(field: SignatureField): Promise<Checked> {
  try {
    const signed = new SignedData({ schema: ContentInfo.fromBER(new Uint8Array(field.cms).buffer).content })
    const { signatureVerified, signerCertificate } = await verified(signed, field.content)
    const [signer, ...more] = signed.signerInfos
    if (!signer || more.length > 0 || !signerCertificate) return { field, sound: false, others: [] }
    const detached = signed.encapContentInfo.eContent === undefined
    const certificate = readable(signerCertificate)
    return {
      field,
      sound:
        detached && signatureVerified && namesCertificate(signer.signedAttrs?.attributes ?? [], certificate.raw, field),
      certificate,
      others: (signed.certificates ?? []).filter((one) => one instanceof Certificate).map(readable),
    }
  } catch {
    // Whatever cannot be read as a signature is none that holds.
    return { field, sound: false, others: [] }
  }
}

/** Also names the signer of a signature that does not hold. */
async function verified(
  signed: SignedData,
  content: Buffer,
): Promise<{ signatureVerified: boolean; signerCertificate: Certificate | null }> {
  try {
    const data = new Uint8Array(content).buffer
    const result = await signed.verify({ signer: 0, data, extendedMode: true })
    return { signatureVerified: result.signatureVerified === true, signerCertificate: result.signerCertificate ?? null }
  } catch (error) {
    if (!(error instanceof SignedDataVerifyError)) throw error
    return { signatureVerified: false, signerCertificate: error.signerCertificate }
  }
}

const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47'

/** PAdES binds the certificate by its digest (RFC 5035); the older Adobe signatures do not, and need not. */
function namesCertificate(
  attributes: readonly Attribute[],
  certificate: Buffer,
  { subFilter }: SignatureField,
): boolean {
  const attribute = attributes.find((one) => one.type === signingCertificateV2)
  if (!attribute) return subFilter === 'adbe.pkcs7.detached'
  const [essCertId] = membersOf(membersOf(attribute.values[0])[0])
  const named = membersOf(essCertId).find((one) => one instanceof OctetString)
  if (!named) return false
  const digest = Buffer.from(named.valueBlock.valueHexView)
  const algorithm = new Map([
    [32, 'sha256'],
    [48, 'sha384'],
    [64, 'sha512'],
  ]).get(digest.length)
  return algorithm !== undefined && createHash(algorithm).update(certificate).digest().equals(digest)
}

function membersOf(value: unknown): unknown[] {
  return value instanceof Sequence ? value.valueBlock.value : []
}

function readable(certificate: Certificate): X509Certificate {
  return new X509Certificate(Buffer.from(certificate.toSchema().toBER()))
}

function commonNameOf(certificate: X509Certificate): string | null {
  const { CN } = certificate.toLegacyObject().subject
  return (Array.isArray(CN) ? CN[0] : CN) ?? null
}
