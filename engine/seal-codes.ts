import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync } from 'node:crypto'
import type { SealCodeStore } from '../integrations/signing/bsre/seal-codes.ts'
import { loadSealCode, replaceSealCode } from '../models/seal-code.ts'

/**
 * The seal's rolling code in MongoDB, shared by all workers of the regency in context. It lies there under AES-256-GCM,
 * opened by the passphrase of the environment: neither alone can seal.
 */
export function sealCodeStore(sealPassphrase: string, activationCode: string): SealCodeStore {
  const key = scryptSync(sealPassphrase, 'seal codes', 32)
  const chain = createHash('sha256').update(activationCode).digest('base64url')
  return {
    async load() {
      const kept = await loadSealCode(chain)
      return kept ? { code: open(key, kept.code), expiresAt: kept.expiresAt.getTime() } : undefined
    },
    replace: (before, next) =>
      replaceSealCode(chain, before ? new Date(before.expiresAt) : null, {
        code: close(key, next.code),
        expiresAt: new Date(next.expiresAt),
      }),
  }
}

const nonceBytes = 12
const tagBytes = 16

function close(key: Buffer, code: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const closed = Buffer.concat([cipher.update(code, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString('base64')
}

function open(key: Buffer, text: string): string {
  const bytes = Buffer.from(text, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
}
