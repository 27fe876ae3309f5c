import { X509Certificate } from 'node:crypto'

/** Longer chains than this are none that an authority makes. */
const longest = 6

/**
 * Whether `signer` leads through `others` (from the signature) to one of `roots` (PEM), every certificate good at
 * `at` and every one above the signer an authority's. Revocation is not asked here.
 */
export function isTrusted(
  signer: X509Certificate,
  others: readonly X509Certificate[],
  roots: readonly string[],
  at: number | null,
): boolean {
  if (at === null) return false
  const anchors = roots.map((root) => new X509Certificate(root)).filter((root) => goodAt(root, at))
  let current = signer
  for (let step = 0; step < longest; step += 1) {
    const lower = current
    if (!goodAt(lower, at)) return false
    if (anchors.some((root) => issued(root, lower))) return true
    const next = others.find((one) => one.fingerprint256 !== lower.fingerprint256 && issued(one, lower))
    if (!next) return false
    current = next
  }
  return false
}

function issued(issuer: X509Certificate, certificate: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
}

function goodAt(certificate: X509Certificate, at: number): boolean {
  return certificate.validFromDate.getTime() <= at && at <= certificate.validToDate.getTime()
}
