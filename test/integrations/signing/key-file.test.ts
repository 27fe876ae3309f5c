import { createSecureContext } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { issueRoot, newKeyPair } from '../../../integrations/signing/local-ca/certificates.ts'
import { openKey, sealKey, WrongPassphraseError } from '../../../integrations/signing/local-ca/key-file.ts'

const year = { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2027-01-01T00:00:00Z') }

async function sealed(passphrase: string): Promise<Uint8Array> {
  const keys = await newKeyPair()
  const certificate = await issueRoot({ commonName: 'Ujian', organisation: 'Contoh' }, keys, year)
  return sealKey({ privateKey: keys.privateKey, certificate, chain: [] }, passphrase)
}

describe('a key file', () => {
  it('is PKCS#12 that OpenSSL opens with the passphrase alone', async () => {
    const pfx = Buffer.from(await sealed('kata sandi é'))
    expect(() => createSecureContext({ pfx, passphrase: 'kata sandi é' })).not.toThrow()
    expect(() => createSecureContext({ pfx, passphrase: 'kata sandi e' })).toThrow(/mac verify failure/)
  })

  it('gives back a key that signs and cannot be taken out', async () => {
    const { privateKey, certificate } = await openKey(await sealed('kata sandi'), 'kata sandi')
    expect(privateKey.extractable).toBe(false)
    expect(privateKey.usages).toEqual(['sign'])
    expect(certificate.subject.typesAndValues).toHaveLength(4)
  })

  it('takes the passphrase from any keyboard: composed or not, it is the same', async () => {
    const file = await sealed('caf\u00e9 pagi')
    await expect(openKey(file, 'cafe\u0301 pagi')).resolves.toBeDefined()
    await expect(openKey(file, 'cafe pagi')).rejects.toThrow(WrongPassphraseError)
  })

  it('that somebody changed does not open', async () => {
    const file = await sealed('kata sandi')
    const middle = Math.floor(file.length / 2)
    file[middle] = (file[middle] ?? 0) ^ 1
    await expect(openKey(file, 'kata sandi')).rejects.toThrow()
  })
})
