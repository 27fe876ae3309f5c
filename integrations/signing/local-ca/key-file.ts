import { OctetString } from 'asn1js'
import {
  AuthenticatedSafe,
  CertBag,
  Certificate,
  ContentInfo,
  EncryptedContentInfo,
  EncryptedData,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs'
import type { SigningKey } from '../pades/cms.ts'
import { curve } from './certificates.ts'
import { integrityOf, macFor } from './key-file-mac.ts'

/** Rounds of PBKDF2-HMAC-SHA-256: some 30 ms on the thread pool, twice a signature. */
const rounds = 100_000

const bags = { key: '1.2.840.113549.1.12.10.1.2', certificate: '1.2.840.113549.1.12.10.1.3' } as const
const x509 = '1.2.840.113549.1.9.22.1'

export class WrongPassphraseError extends Error {
  override readonly name = 'WrongPassphraseError'
}

/** A PKCS#12 file (RFC 7292): key under AES-256, certificates, and a PBMAC1 (RFC 9579) over both. */
export async function sealKey(key: SigningKey, passphrase: string): Promise<Uint8Array> {
  const password = bytesOf(passphrase)
  const keyBag = new PKCS8ShroudedKeyBag({
    parsedValue: PrivateKeyInfo.fromBER(await crypto.subtle.exportKey('pkcs8', key.privateKey)),
  })
  await keyBag.makeInternalValues({
    password,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256, iv: new Uint8Array(16) },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: rounds,
  })
  const safe = new SafeContents({
    safeBags: [
      new SafeBag({ bagId: bags.key, bagValue: keyBag }),
      ...[key.certificate, ...key.chain].map(
        (certificate) =>
          new SafeBag({ bagId: bags.certificate, bagValue: new CertBag({ certId: x509, parsedValue: certificate }) }),
      ),
    ],
  })
  const authenticated = new AuthenticatedSafe({ safeContents: [dataOf(safe.toSchema().toBER())] })
  const content = authenticated.toSchema().toBER()
  const file = new PFX({ version: 3, authSafe: dataOf(content), macData: await macFor(content, password, rounds) })
  return new Uint8Array(file.toSchema().toBER())
}

/**
 * The key inside, not to be taken out again. Throws WrongPassphraseError, after the same work as a right passphrase
 * takes: both derivations run side by side before either is looked at.
 */
export async function openKey(file: Uint8Array, passphrase: string): Promise<SigningKey> {
  const password = bytesOf(passphrase)
  const pfx = PFX.fromBER(new Uint8Array(file).buffer)
  const content = octetsOf(pfx.authSafe)
  const [safeContent] = AuthenticatedSafe.fromBER(content).safeContents
  if (!safeContent || !pfx.macData) throw new Error('The key file is not one of the local authority')
  const { safeBags } = SafeContents.fromBER(octetsOf(safeContent))
  const [intact, opened] = await Promise.allSettled([
    integrityOf(pfx.macData, content, password),
    unshroud(safeBags, password),
  ])
  if (intact.status === 'rejected') throw intact.reason
  if (!intact.value) throw new WrongPassphraseError('The passphrase does not open the key')
  if (opened.status === 'rejected') throw opened.reason
  const [certificate, ...chain] = certificatesIn(safeBags)
  if (!certificate) throw new Error('The key file holds no certificate')
  return { privateKey: opened.value, certificate, chain }
}

async function unshroud(safeBags: readonly SafeBag[], password: ArrayBuffer): Promise<CryptoKey> {
  const bag = safeBags.map((one) => one.bagValue).find((value) => value instanceof PKCS8ShroudedKeyBag)
  if (!bag) throw new Error('The key file holds no key')
  const encrypted = new EncryptedData({
    encryptedContentInfo: new EncryptedContentInfo({
      contentEncryptionAlgorithm: bag.encryptionAlgorithm,
      encryptedContent: bag.encryptedData,
    }),
  })
  return crypto.subtle.importKey('pkcs8', await encrypted.decrypt({ password }), curve, false, ['sign'])
}

function certificatesIn(safeBags: readonly SafeBag[]): Certificate[] {
  return safeBags
    .map((one) => (one.bagValue instanceof CertBag ? one.bagValue.parsedValue : undefined))
    .filter((value) => value instanceof Certificate)
}

function dataOf(content: ArrayBuffer): ContentInfo {
  return new ContentInfo({ contentType: ContentInfo.DATA, content: new OctetString({ valueHex: content }) })
}

function octetsOf(info: ContentInfo): ArrayBuffer {
  if (!(info.content instanceof OctetString)) throw new Error('The key file is malformed')
  return info.content.getValue()
}

/** Composed UTF-8 (RFC 8265): the same passphrase from every keyboard. */
function bytesOf(passphrase: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(passphrase.normalize('NFC'), 'utf8')).buffer
}
