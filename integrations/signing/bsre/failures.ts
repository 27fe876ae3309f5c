import { type SignerStatus, SigningError, type SigningErrorCode } from '../signing.ts'
import { Refused, statusCodes } from './wire.ts'

/** The answers that say for certain that nothing was signed: the service is closed, or does not know this client. */
const surelyNotSigned = new Set([401, 403, 404, 405, 413, 415, 429, 503])

/** Failures before anything was sent. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/**
 * What an answer without a signed file means. A page instead of data is the maintenance page of whatever stands in front.
 * Everything not surely refused may have been signed: unknown, never repeated blindly (design rule 5).
 */
export function refusalOf(status: number, contentType: string, body: string): SigningErrorCode {
  const refused = Refused.safeParse(jsonOf(body))
  if (refused.success) {
    const known = codeOf(refused.data.status_code)
    if (known) return known
  }
  if (surelyNotSigned.has(status)) return 'unavailable'
  if (status < 300 && contentType.includes('text/html')) return 'unavailable'
  if (status >= 400 && status < 500 && status !== 408) return 'unavailable'
  return 'unknown-outcome'
}

/** What a call that brought no answer means. */
export function failureOf(error: unknown): SigningError {
  if (error instanceof SigningError) return error
  const code = connectionCode(error)
  return new SigningError(code !== undefined && neverSent.has(code) ? 'unavailable' : 'unknown-outcome')
}

/** The certificate's standing in the house's words; a word that is not known counts as no certificate. */
export function standingOf(status: string): SignerStatus {
  const word = status.trim().toUpperCase()
  if (word === 'ISSUE') return 'active'
  if (word.startsWith('EXPIRE')) return 'expired'
  return word.startsWith('REVOKE') ? 'revoked' : 'unregistered'
}

function codeOf(statusCode: number): SigningErrorCode | undefined {
  if (statusCode === statusCodes.wrongSecret) return 'wrong-secret'
  if (statusCode === statusCodes.unregistered || statusCode === statusCodes.noCertificate) return 'unregistered'
  return undefined
}

function connectionCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string' ? code : connectionCode(error.cause)
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // A page, not data: what it means, its status says.
    return undefined
  }
}
