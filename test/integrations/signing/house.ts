import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { fileKeyStore } from '../../../integrations/signing/local-ca/file-key-store.ts'
import type { KeyStore } from '../../../integrations/signing/local-ca/key-store.ts'
import { LocalCa, type LocalCaOptions } from '../../../integrations/signing/local-ca/local-ca.ts'
import type { SignRequest } from '../../../integrations/signing/signing.ts'

/** A store of its own for a test, gone after it. */
export async function newStore(): Promise<KeyStore> {
  const folder = await mkdtemp(join(tmpdir(), 'lontar-keys-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return fileKeyStore(join(folder, 'keys'))
}

export async function newAuthority(change: Partial<LocalCaOptions> = {}): Promise<LocalCa> {
  return new LocalCa({
    store: await newStore(),
    organisation: 'Kabupaten Contoh',
    sealPassphrase: 'segel untuk ujian',
    environment: 'test',
    validFrom: new Date(signedAt - 86_400_000),
    ...change,
  })
}

export const passphrase = 'lontar-demo'
export const head = { id: 'kadis', name: 'Dra. Hj. Sri Wahyuni – é, M.Si.', agency: 'DPMPTSP' }
export const signedAt = Date.parse('2026-11-22T01:30:00Z')

export function signRequest(pdf: Uint8Array, change: Partial<SignRequest> = {}): SignRequest {
  return {
    idempotencyKey: 'application/contoh/1/document/1',
    pdf,
    signer: { id: head.id, name: head.name, position: 'Kepala Dinas' },
    secret: passphrase,
    reason: 'Penandatanganan izin (“SIPB”)',
    location: 'Sidomulyo',
    signedAt,
    ...change,
  }
}
