import { createHash } from 'node:crypto'
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import {
  Attribute,
  type Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'

export const oids = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const

/** A key that signs, its certificate, and the certificates above it. */
export type SigningKey = { privateKey: CryptoKey; certificate: Certificate; chain: readonly Certificate[] }

/**
 * Detached CMS signature over `content` as PAdES-BASELINE-B wants it: signed attributes content-type, message-digest and
 * signing-certificate-v2, no signing-time (ETSI EN 319 142-1, 6.3). No time-stamp: there is no time-stamp authority here.
 */
export async function signDetached(content: Uint8Array, key: SigningKey): Promise<Uint8Array> {
  const { certificate } = key
  const attributes = [
    new Attribute({ type: oids.contentType, values: [new ObjectIdentifier({ value: ContentInfo.DATA })] }),
    new Attribute({ type: oids.messageDigest, values: [octets(sha256(content))] }),
    new Attribute({ type: oids.signingCertificateV2, values: [signingCertificate(certificate)] }),
  ]
  const signed = new SignedData({
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: ContentInfo.DATA }),
    certificates: [certificate, ...key.chain],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: inDerOrder(attributes) }),
      }),
    ],
  })
  await signed.sign(key.privateKey, 0, 'SHA-256')
  const info = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) })
  return new Uint8Array(info.toSchema().toBER())
}

/** ESS signing-certificate-v2 (RFC 5035): the certificate's SHA-256, the attribute's default hash. */
function signingCertificate(certificate: Certificate): Sequence {
  const essCertId = new Sequence({ value: [octets(sha256(certificate.toSchema().toBER()))] })
  return new Sequence({ value: [new Sequence({ value: [essCertId] })] })
}

/** DER sorts the members of a SET by their encodings; a verifier encodes them again. */
function inDerOrder(attributes: Attribute[]): Attribute[] {
  return attributes
    .map((attribute) => ({ attribute, der: Buffer.from(attribute.toSchema().toBER()) }))
    .sort((one, other) => Buffer.compare(one.der, other.der))
    .map(({ attribute }) => attribute)
}

function octets(value: Uint8Array): OctetString {
  return new OctetString({ valueHex: value })
}

function sha256(content: ArrayBuffer | Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(new Uint8Array(content)).digest())
}
