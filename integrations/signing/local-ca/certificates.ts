import { createHash, randomBytes } from 'node:crypto'
import { Set as Asn1Set, BitString, Integer, OctetString, PrintableString, Sequence, Utf8String } from 'asn1js'
import {
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs'

export const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** Every certificate says in its subject that it is a sample's. */
export const sampleUnit = 'CONTOH - local CA'

export type Subject = { commonName: string; organisation: string }
export type Validity = { from: Date; until: Date }
export type Authority = { certificate: Certificate; privateKey: CryptoKey }

/** P-256: a pair takes a millisecond on the thread pool, so hundreds of village heads are enrolled without a pause. */
export function newKeyPair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(curve, true, ['sign', 'verify'])
}

/** The authority's own certificate: signs certificates and nothing else. */
export async function issueRoot(subject: Subject, keys: CryptoKeyPair, validity: Validity): Promise<Certificate> {
  const certificate = await blank(subject, keys.publicKey, validity)
  certificate.issuer = certificate.subject
  certificate.extensions = [
    extension('2.5.29.19', true, new BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema()),
    extension('2.5.29.15', true, keyUsage(['certSign', 'crlSign'])),
    subjectKeyIdentifier(certificate),
  ]
  await certificate.sign(keys.privateKey, 'SHA-256')
  return certificate
}

/** A signer's certificate: digital signature and content commitment, for documents (RFC 9336) and mail readers. */
export async function issueSigner(
  subject: Subject,
  publicKey: CryptoKey,
  validity: Validity,
  authority: Authority,
): Promise<Certificate> {
  const certificate = await blank(subject, publicKey, validity)
  certificate.issuer = authority.certificate.subject
  certificate.extensions = [
    extension('2.5.29.19', true, new BasicConstraints({ cA: false }).toSchema()),
    extension('2.5.29.15', true, keyUsage(['signature', 'commitment'])),
    extension('2.5.29.37', false, new ExtKeyUsage({ keyPurposes: [documentSigning, emailProtection] }).toSchema()),
    subjectKeyIdentifier(certificate),
    extension(
      '2.5.29.35',
      false,
      new AuthorityKeyIdentifier({ keyIdentifier: keyIdentifier(authority.certificate) }).toSchema(),
    ),
  ]
  await certificate.sign(authority.privateKey, 'SHA-256')
  return certificate
}

const documentSigning = '1.3.6.1.5.5.7.3.36'
const emailProtection = '1.3.6.1.5.5.7.3.4'
const bits = { signature: 0x80, commitment: 0x40, certSign: 0x04, crlSign: 0x02 } as const

async function blank(subject: Subject, publicKey: CryptoKey, { from, until }: Validity): Promise<Certificate> {
  const certificate = new Certificate({
    version: 2,
    serialNumber: new Integer({ valueHex: serial() }),
    subject: distinguishedName(subject),
    notBefore: time(from),
    notAfter: time(until),
  })
  await certificate.subjectPublicKeyInfo.importKey(publicKey)
  return certificate
}

/** 126 random bits, the first never zero: positive, and of one length. */
function serial(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(randomBytes(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes
}

/** One attribute in each relative name, as directories and viewers expect. */
function distinguishedName({ commonName, organisation }: Subject): RelativeDistinguishedNames {
  const attributes: [string, PrintableString | Utf8String][] = [
    ['2.5.4.6', new PrintableString({ value: 'ID' })],
    ['2.5.4.10', new Utf8String({ value: organisation })],
    ['2.5.4.11', new Utf8String({ value: sampleUnit })],
    ['2.5.4.3', new Utf8String({ value: commonName })],
  ]
  const names = attributes.map(
    ([type, value]) => new Asn1Set({ value: [new AttributeTypeAndValue({ type, value }).toSchema()] }),
  )
  return RelativeDistinguishedNames.fromBER(new Sequence({ value: names }).toBER())
}

/** UTCTime until 2049, GeneralizedTime after (RFC 5280, 4.1.2.5); whole seconds. */
function time(value: Date): Time {
  const seconds = new Date(Math.floor(value.getTime() / 1000) * 1000)
  return new Time({ type: seconds.getUTCFullYear() < 2050 ? 0 : 1, value: seconds })
}

function keyUsage(uses: (keyof typeof bits)[]): BitString {
  const octet = uses.reduce((sum, use) => sum | bits[use], 0)
  const unusedBits = 31 - Math.clz32(octet & -octet)
  return new BitString({ valueHex: new Uint8Array([octet]), unusedBits })
}

function subjectKeyIdentifier(certificate: Certificate): Extension {
  return extension('2.5.29.14', false, keyIdentifier(certificate))
}

function keyIdentifier(certificate: Certificate): OctetString {
  const publicKey = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
  return new OctetString({ valueHex: new Uint8Array(createHash('sha1').update(publicKey).digest()) })
}

function extension(extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER() })
}
