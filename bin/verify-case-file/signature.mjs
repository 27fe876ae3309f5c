import { createHash, verify, X509Certificate } from 'node:crypto'

const oids = {
  signedData: '2a864886f70d010702',
  messageDigest: '2a864886f70d010904',
  sha256: '608648016503040201',
}

/**
 * Reads a detached CMS signature (RFC 5652) over `content`, made with SHA-256 by one signer, whose certificate lies in it.
 * @param {Buffer} cms DER
 * @param {Buffer} content
 * @returns {{ holds: boolean, signer: X509Certificate, others: X509Certificate[] }} `holds`: made with the signer's key over
 * these very bytes. Whether to believe the signer is for `leadsTo` to say; `others` are what came along with it.
 * @throws {Error} in Indonesian, where it cannot be read
 */
export function readSignature(cms, content) {
  const [type, wrapped] = children(read(cms, 0))
  if (hex(type) !== oids.signedData) throw new Error('bukan tanda tangan CMS')
  const parts = children(children(wrapped)[0])
  const certificates = children(parts.find(({ tag }) => tag === 0xa0)).map(({ whole }) => new X509Certificate(whole))
  const infos = children(parts.at(-1))
  if (infos.length !== 1) throw new Error('penandatangannya bukan satu')
  const [, , algorithm, attributes, , value] = children(infos[0])
  if (attributes?.tag !== 0xa0 || hex(children(algorithm)[0]) !== oids.sha256)
    throw new Error('bentuknya tidak dikenal')
  const signer = certificates.find((one) => namedBy(children(infos[0])[1], one))
  if (!signer) throw new Error('sertifikat penandatangan tidak disertakan')
  const signed = Buffer.concat([Buffer.from([0x31]), attributes.whole.subarray(1)])
  const digest = children(attributes).find((each) => hex(children(each)[0]) === oids.messageDigest)
  const named = digest && children(children(digest)[1])[0]?.content
  const isThese = named?.equals(createHash('sha256').update(content).digest()) ?? false
  const holds = isThese && verify('sha256', signed, signer.publicKey, value.content)
  return { holds, signer, others: certificates.filter((one) => one !== signer) }
}

/**
 * Whether the signer's certificate was issued under `root`, itself or through what came along, and all of them were good at `at`.
 * Revocation is not asked: that takes a network.
 * @param {X509Certificate} root
 * @param {ReturnType<typeof readSignature>} signature
 * @param {Date} at
 */
export function leadsTo(root, { signer, others }, at) {
  let current = signer
  for (let step = 0; step < 6; step += 1) {
    if (!goodAt(current, at)) return false
    if (issued(root, current)) return goodAt(root, at)
    const above = others.find((one) => one.fingerprint256 !== current.fingerprint256 && issued(one, current))
    if (!above) return false
    current = above
  }
  return false
}

/** The self-issued certificate that the signature brought along; the signer's own where it brought none. */
export function topOf({ signer, others }) {
  return others.find((one) => one.ca && one.checkIssued(one)) ?? signer
}

/** The common name of whom a certificate is for, else the organisation. */
export function nameOf(certificate) {
  const { CN, O } = certificate.toLegacyObject().subject
  return [CN ?? O].flat().join(', ')
}

const issued = (issuer, certificate) =>
  issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
const goodAt = ({ validFrom, validTo }, at) => Date.parse(validFrom) <= at && at <= Date.parse(validTo)

/** Whether issuer and serial number name this certificate; its own number is compared as it is written there. */
function namedBy(identifier, certificate) {
  const serial = children(identifier)[1]
  return BigInt(`0x${hex(serial)}`) === BigInt(`0x${certificate.serialNumber}`)
}

const hex = ({ content }) => content.toString('hex')

/** One DER value: its tag, what it holds, and all of its bytes. */
function read(bytes, at) {
  const first = bytes.readUInt8(at + 1)
  const long = first & 0x80 ? first & 0x7f : 0
  if (long > 4 || first === 0x80) throw new Error('DER tidak terbaca')
  const length = long ? bytes.readUIntBE(at + 2, long) : first
  const from = at + 2 + long
  if (from + length > bytes.length) throw new Error('DER terpotong')
  return { tag: bytes[at], content: bytes.subarray(from, from + length), whole: bytes.subarray(at, from + length) }
}

function children(value) {
  if (!value) throw new Error('DER tidak lengkap')
  const found = []
  for (let at = 0; at < value.content.length; ) {
    const child = read(value.content, at)
    found.push(child)
    at += child.whole.length
  }
  return found
}
