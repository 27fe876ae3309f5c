import { X509Certificate } from 'node:crypto'
import type { Certificate } from 'pkijs'
import { type SigningKey, signDetached } from '../pades/cms.ts'
import { signPdf } from '../pades/sign-pdf.ts'
import {
  type SealDataRequest,
  type SealedData,
  type SealRequest,
  type SignedPdf,
  type SignerIdentity,
  type SignerStatus,
  SigningError,
  type SigningProvider,
  type SignRequest,
} from '../signing.ts'
import { type Authority, issueRoot, issueSigner, newKeyPair, type Subject } from './certificates.ts'
import { openKey, sealKey, WrongPassphraseError } from './key-file.ts'
import type { KeyRecord, KeyStore } from './key-store.ts'

export type LocalCaOptions = {
  store: KeyStore
  /** Named in the authority's certificate: the regency. */
  organisation: string
  /** From the environment; it seals the authority's own key and those of the agencies' seals. */
  sealPassphrase: string
  /** NODE_ENV. */
  environment: string | undefined
  /** Certificates made from now on are good from this day, so that cases brought over from earlier can be signed. */
  validFrom?: Date
  now?: () => Date
}

export type Enrolment = { id: string; name: string; agency: string }

const dayMs = 86_400_000
const years = { authority: 20, signer: 5 } as const

/**
 * A certificate authority in the house: every signature is real and none is worth anything, which its certificates say.
 * Refuses to be made in production. Signing twice under one idempotency key gives two equally valid files; the caller keeps
 * the first that is stored (design rule 5).
 */
export class LocalCa implements SigningProvider {
  readonly code = 'local-ca'
  readonly legallyBinding = false
  #options: LocalCaOptions
  #now: () => Date
  #authority: Promise<Authority> | undefined
  #seals = new Map<string, Promise<SigningKey>>()

  constructor(options: LocalCaOptions) {
    if (options.environment === 'production') {
      throw new Error('The local certificate authority signs samples only and is refused in production: configure BSrE')
    }
    if (options.sealPassphrase.length < 12) throw new Error('The seal passphrase needs at least 12 characters')
    this.#options = options
    this.#now = options.now ?? (() => new Date())
  }

  /** PEM of the authority's certificate, which `inspectSignature` may trust. Makes the authority where there is none. */
  async rootCertificate(): Promise<string> {
    return pemOf((await this.#root()).certificate)
  }

  /** Gives a person a key under their passphrase. Whoever has one keeps it, whatever the passphrase. */
  async enrol(person: Enrolment, passphrase: string): Promise<void> {
    const id = signerId(person)
    if (await this.#options.store.load(id)) return
    await this.#make(id, { commonName: person.name, organisation: person.agency }, passphrase)
  }

  /** From now on the person's signatures are refused. Throws SigningError `unregistered`. */
  async revoke(identity: SignerIdentity): Promise<void> {
    const record = await this.#record(signerId(identity))
    await this.#options.store.replace(signerId(identity), { ...record, revokedAt: this.#now().toISOString() })
  }

  async status(identity: SignerIdentity): Promise<SignerStatus> {
    const record = await this.#load(signerId(identity))
    if (!record) return 'unregistered'
    return this.#standing(record)
  }

  async sign({ signer, secret, ...work }: SignRequest): Promise<SignedPdf> {
    const record = await this.#record(signerId(signer))
    const standing = this.#standing(record)
    if (standing !== 'active') throw new SigningError(standing)
    return this.#apply(await unlock(record, secret), signer.name, work)
  }

  async seal({ agency, ...work }: SealRequest): Promise<SignedPdf> {
    return this.#apply(await this.#sealOf(agency.id, agency.name), agency.name, work)
  }

  async sealData({ agency, data }: SealDataRequest): Promise<SealedData> {
    const key = await this.#sealOf(agency.id, agency.name)
    return {
      signature: await signDetached(data, key),
      certificateSerial: readable(key.certificate).serialNumber,
    }
  }

  async #apply(key: SigningKey, name: string, work: Omit<SealRequest, 'agency'>): Promise<SignedPdf> {
    const signedAt = work.signedAt === undefined ? this.#now() : new Date(work.signedAt)
    const pdf = await signPdf(work.pdf, key, { name, reason: work.reason, location: work.location, signedAt })
    const { serialNumber } = readable(key.certificate)
    return { pdf, provider: this.code, certificateSerial: serialNumber, signedAt: signedAt.getTime() }
  }

  #standing(record: KeyRecord): 'active' | 'expired' | 'revoked' {
    if (record.revokedAt !== null) return 'revoked'
    const { validToDate } = new X509Certificate(record.certificate)
    return validToDate.getTime() < this.#now().getTime() ? 'expired' : 'active'
  }

  async #record(id: string): Promise<KeyRecord> {
    const record = await this.#load(id)
    if (!record) throw new SigningError('unregistered')
    return record
  }

  async #load(id: string): Promise<KeyRecord | undefined> {
    try {
      return await this.#options.store.load(id)
    } catch (error) {
      throw new SigningError('unavailable', { cause: error })
    }
  }

  #sealOf(id: string, name: string): Promise<SigningKey> {
    return remembered(this.#seals, id, async () => {
      const stored = await this.#load(`seal/${id}`)
      const record =
        stored ??
        (await this.#make(`seal/${id}`, { commonName: name, organisation: name }, this.#options.sealPassphrase))
      return unlock(record, this.#options.sealPassphrase)
    })
  }

  #root(): Promise<Authority> {
    const made = this.#authority ?? this.#openAuthority()
    this.#authority = made
    made.catch(() => {
      this.#authority = undefined
    })
    return made
  }

  async #openAuthority(): Promise<Authority> {
    const { sealPassphrase, organisation } = this.#options
    const stored = await this.#load('authority')
    if (stored) return unlock(stored, sealPassphrase)
    const keys = await newKeyPair()
    const subject = { commonName: `CONTOH - Local CA ${organisation}`, organisation }
    const certificate = await issueRoot(subject, keys, this.#validity(years.authority))
    return unlock(
      await this.#keep('authority', { privateKey: keys.privateKey, certificate, chain: [] }, sealPassphrase),
      sealPassphrase,
    )
  }

  async #make(id: string, subject: Subject, passphrase: string): Promise<KeyRecord> {
    const authority = await this.#root()
    const keys = await newKeyPair()
    const certificate = await issueSigner(subject, keys.publicKey, this.#validity(years.signer), authority)
    return this.#keep(id, { privateKey: keys.privateKey, certificate, chain: [authority.certificate] }, passphrase)
  }

  async #keep(id: string, key: SigningKey, passphrase: string): Promise<KeyRecord> {
    const keyFile = Buffer.from(await sealKey(key, passphrase)).toString('base64')
    return this.#options.store.save(id, { keyFile, certificate: pemOf(key.certificate), revokedAt: null })
  }

  #validity(forYears: number): { from: Date; until: Date } {
    const now = this.#now()
    const until = new Date(now)
    until.setUTCFullYear(until.getUTCFullYear() + forYears)
    return { from: this.#options.validFrom ?? new Date(now.getTime() - dayMs), until }
  }
}

function signerId({ id }: SignerIdentity): string {
  return `signer/${id}`
}

function readable(certificate: Certificate): X509Certificate {
  return new X509Certificate(Buffer.from(certificate.toSchema().toBER()))
}

function pemOf(certificate: Certificate): string {
  return readable(certificate).toString()
}

async function unlock(record: KeyRecord, passphrase: string): Promise<SigningKey> {
  try {
    return await openKey(Buffer.from(record.keyFile, 'base64'), passphrase)
  } catch (error) {
    if (error instanceof WrongPassphraseError) throw new SigningError('wrong-secret')
    throw error
  }
}

/** The same promise for everyone who asks; forgotten when it fails. */
function remembered<Value>(map: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>): Promise<Value> {
  const known = map.get(key)
  if (known) return known
  const made = make()
  map.set(key, made)
  made.catch(() => map.delete(key))
  return made
}
