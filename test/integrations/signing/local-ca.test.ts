import { X509Certificate } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { renderLetter } from '../../../documents/render.ts'
import type { KeyRecord } from '../../../integrations/signing/local-ca/key-store.ts'
import { SigningError } from '../../../integrations/signing/signing.ts'
import { letterInput } from '../../documents/fixtures/letters.ts'
import { head, newAuthority, newStore, passphrase, signedAt, signRequest } from './house.ts'

vi.setConfig({ testTimeout: 60_000 })

let letter: Uint8Array
const failing = (code: string) => expect.objectContaining({ name: 'SigningError', code })

beforeAll(async () => {
  letter = await renderLetter(letterInput())
})

describe('the local authority', () => {
  it('is refused in production, in plain words', async () => {
    await expect(newAuthority({ environment: 'production' })).rejects.toThrow(/refused in production/)
  })

  it('says that it binds nobody, in every certificate', async () => {
    const store = await newStore()
    const authority = await newAuthority({ store })
    await authority.enrol(head, passphrase)
    expect(authority.legallyBinding).toBe(false)
    const root = new X509Certificate(await authority.rootCertificate())
    const signer = new X509Certificate((await kept(store.load('signer/kadis'))).certificate)
    for (const certificate of [root, signer]) expect(certificate.subject).toContain('OU=CONTOH - local CA')
    expect(root.subject).toContain('CN=CONTOH - Local CA Kabupaten Contoh')
    expect(root.ca).toBe(true)
    expect(signer.ca).toBe(false)
    expect(signer.toLegacyObject().subject).toEqual({ C: 'ID', O: 'DPMPTSP', OU: 'CONTOH - local CA', CN: head.name })
    expect(signer.verify(root.publicKey) && signer.checkIssued(root)).toBe(true)
    // Key usage, critical: digitalSignature and contentCommitment, nothing else.
    expect(signer.raw.toString('hex')).toContain('0603551d0f0101ff0404030206c0')
    expect(signer.keyUsage).toEqual(['1.3.6.1.5.5.7.3.36', '1.3.6.1.5.5.7.3.4'])
  })

  it('signs with the right passphrase and with no other', async () => {
    const authority = await newAuthority()
    await authority.enrol(head, passphrase)
    const signed = await authority.sign(signRequest(letter))
    expect(signed).toMatchObject({ provider: 'local-ca', signedAt })
    expect(signed.certificateSerial).toMatch(/^[0-9A-F]{32}$/)
    for (const secret of ['lontar-demO', '', 'lontar-demo ', 'x'.repeat(5000)]) {
      await expect(authority.sign(signRequest(letter, { secret }))).rejects.toEqual(failing('wrong-secret'))
    }
  })

  it('takes as long to refuse a passphrase as to accept one, and not long', async () => {
    const authority = await newAuthority()
    await authority.enrol(head, passphrase)
    const right = await cpuOf(() => authority.sign(signRequest(letter)))
    const wrong = await cpuOf(() => authority.sign(signRequest(letter, { secret: 'salah' })).catch(() => undefined))
    expect(wrong).toBeLessThan(500)
    expect(wrong).toBeGreaterThan(right / 3)
  })

  it('knows who is registered, revoked and expired', async () => {
    let now = new Date('2026-11-22T00:00:00Z')
    const authority = await newAuthority({ now: () => now })
    const stranger = signRequest(letter, { signer: { id: 'lain', name: 'Lain', position: 'Lain' } })
    expect(await authority.status({ id: 'lain' })).toBe('unregistered')
    await expect(authority.sign(stranger)).rejects.toEqual(failing('unregistered'))
    await expect(authority.revoke({ id: 'lain' })).rejects.toEqual(failing('unregistered'))

    await authority.enrol(head, passphrase)
    expect(await authority.status(head)).toBe('active')
    now = new Date('2031-11-23T00:00:00Z')
    expect(await authority.status(head)).toBe('expired')
    await expect(authority.sign(signRequest(letter))).rejects.toEqual(failing('expired'))
    await authority.revoke(head)
    expect(await authority.status(head)).toBe('revoked')
    await expect(authority.sign(signRequest(letter))).rejects.toEqual(failing('revoked'))
  })

  it('says unavailable while its keys cannot be reached', async () => {
    const store = { ...(await newStore()), load: () => Promise.reject(new Error('no primary')) }
    const authority = await newAuthority({ store })
    await expect(authority.sign(signRequest(letter))).rejects.toEqual(failing('unavailable'))
    await expect(authority.sign(signRequest(letter))).rejects.not.toThrow(/primary|Sri Wahyuni/)
  })

  it('never changes a key once given, and keeps everything over a restart', async () => {
    const store = await newStore()
    const first = await newAuthority({ store })
    await first.enrol(head, passphrase)
    await first.enrol(head, 'another passphrase')
    const again = await newAuthority({ store })
    expect(await again.rootCertificate()).toBe(await first.rootCertificate())
    const one = await first.sign(signRequest(letter))
    const other = await again.sign(signRequest(letter))
    expect(other.certificateSerial).toBe(one.certificateSerial)
  })

  it('does not open with another seal passphrase', async () => {
    const store = await newStore()
    await (await newAuthority({ store })).rootCertificate()
    const other = await newAuthority({ store, sealPassphrase: 'another seal passphrase' })
    await expect(other.enrol(head, passphrase)).rejects.toBeInstanceOf(SigningError)
  })

  it('is one authority when several processes start at once', async () => {
    const store = await newStore()
    const authorities = await Promise.all(Array.from({ length: 4 }, () => newAuthority({ store })))
    const roots = await Promise.all(authorities.map((authority) => authority.rootCertificate()))
    expect(new Set(roots).size).toBe(1)
    const agency = { id: 'dpmptsp', name: 'DPMPTSP' }
    const { signer: _, secret: __, ...work } = signRequest(letter)
    const seals = await Promise.all(authorities.map((authority) => authority.seal({ ...work, agency })))
    expect(new Set(seals.map((seal) => seal.certificateSerial)).size).toBe(1)
  })

  it('makes keys without holding up the process', async () => {
    const authority = await newAuthority()
    await authority.rootCertificate()
    const people = 20
    const before = process.threadCpuUsage()
    await Promise.all(
      Array.from({ length: people }, (_, at) => authority.enrol({ ...head, id: `kades-${at}` }, passphrase)),
    )
    const { user, system } = process.threadCpuUsage(before)
    expect((user + system) / 1_000 / people).toBeLessThan(30)
  })
})

async function kept(record: Promise<KeyRecord | undefined>): Promise<KeyRecord> {
  const found = await record
  if (!found) throw new Error('No such key')
  return found
}

/** Milliseconds of processor time, the least of five: a busy machine does not count. */
async function cpuOf(act: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < 5; round += 1) {
    const before = process.cpuUsage()
    await act()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1_000)
  }
  return least
}
