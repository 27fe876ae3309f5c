import { createHash } from 'node:crypto'
import type { RequestHandler } from 'express'
import { IdempotencyKey } from '../../contracts/common.ts'
import { ApiProblem, badRequest } from '../errors/problems.ts'

/**
 * Demands the header `Idempotency-Key` of every POST (design rule 6) and leaves it in `request.idempotencyKey`.
 * `readsOnly` are the paths whose POST changes nothing: they post to keep personal data out of addresses.
 */
export function idempotencyKey(readsOnly: readonly string[]): RequestHandler {
  const exempt = new Set(readsOnly)
  return (request, _response, next) => {
    if (request.method !== 'POST' || exempt.has(request.path)) return next()
    const key = request.get('idempotency-key')
    if (key === undefined) {
      throw badRequest('idempotency-key-missing', {
        id: 'Sertakan header Idempotency-Key: kunci acak milik Anda untuk satu maksud, dipakai lagi bila diulang.',
        en: 'Send the header Idempotency-Key: a random key of yours for one intention, used again when repeating it.',
      })
    }
    if (!IdempotencyKey.safeParse(key).success) {
      throw badRequest('idempotency-key-invalid', {
        id: 'Header Idempotency-Key harus 8 sampai 100 huruf, angka, garis bawah atau tanda hubung.',
        en: 'The header Idempotency-Key must be 8 to 100 letters, digits, underscores or hyphens.',
      })
    }
    request.idempotencyKey = key
    next()
  }
}

/**
 * What was asked, as 64 hex digits: the same for the same content, whatever the order of its keys. Of any text that a body can
 * hold, also one that is not well-formed, which canonical JSON (RFC 8785) refuses.
 */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`
}

/** 422: the key was used for something else before. */
export const keyReused = () =>
  new ApiProblem({
    status: 422,
    code: 'idempotency-key-reused',
    title: { id: 'Kunci sudah dipakai', en: 'Key already used' },
    detail: {
      id: 'Idempotency-Key ini sudah dipakai untuk permintaan yang isinya berbeda.',
      en: 'This Idempotency-Key was used for a request with different content.',
    },
  })

/** Throws 422 where the key was used for something else. An earlier release may have kept no digest of what was asked. */
export function requireSame({ asked }: { asked?: string | null }, digest: string): void {
  if (asked && asked !== digest) throw keyReused()
}
