import { randomInt, randomUUID } from 'node:crypto'
import type { KeyStore } from '../../local-ca/key-store.ts'
import { LocalCa } from '../../local-ca/local-ca.ts'
import { SigningError } from '../../signing.ts'
import { statusCodes } from '../wire.ts'

export type Standing = 'ISSUE' | 'EXPIRED' | 'REVOKE' | 'NONE'

/** Somebody with an account; `code` is the one-time code that is taken in place of the passphrase. */
export type SimulatedPerson = { nik: string; name: string; passphrase: string; code?: string; standing?: Standing }

export type SimulatedSeal = { subscriber: string; activationCode: string; name: string }

export type OfficeOptions = { keys: KeyStore; people: readonly SimulatedPerson[]; seal?: SimulatedSeal | undefined }

/** A refusal in BSrE's own numbers. */
export class RefusedHere extends Error {
  override readonly name = 'RefusedHere'
  readonly statusCode: number
  constructor(statusCode: number, words: string) {
    super(words)
    this.statusCode = statusCode
  }
}

export type Work = { pdf: Uint8Array; reason: string; location: string }

const codeLastsMs = 300_000

/** People, certificates and signatures of a BSrE that signs with an authority of its own: real signatures, worth nothing. */
export class SimulatedOffice {
  readonly signed: { by: string; id: string }[] = []
  readonly #authority: LocalCa
  readonly #people: Map<string, SimulatedPerson>
  readonly #seal: SimulatedSeal | undefined
  readonly #files = new Map<string, Uint8Array>()
  #sealCode: { code: string; expiresAt: number } | undefined

  constructor({ keys, people, seal }: OfficeOptions) {
    this.#authority = new LocalCa({
      store: keys,
      organisation: 'Simulator BSrE',
      sealPassphrase: 'simulator-bsre',
      environment: 'simulator',
    })
    this.#people = new Map(people.map((person) => [person.nik, person]))
    this.#seal = seal
  }

  async open(): Promise<void> {
    for (const { nik, name, passphrase } of this.#people.values()) {
      await this.#authority.enrol({ id: nik, name, agency: 'Simulator BSrE' }, passphrase)
    }
  }

  root(): Promise<string> {
    return this.#authority.rootCertificate()
  }

  /** Throws RefusedHere for somebody who is not known. */
  status(nik: string): Standing {
    return this.#person(nik).standing ?? 'ISSUE'
  }

  /** Throws RefusedHere. */
  async sign(
    nik: string,
    secret: { passphrase?: string; code?: string },
    work: Work,
  ): Promise<{ id: string; pdf: Uint8Array }> {
    const person = this.#person(nik)
    if ((person.standing ?? 'ISSUE') !== 'ISSUE') {
      throw new RefusedHere(statusCodes.noCertificate, 'Pengguna tidak memiliki sertifikat yang berlaku')
    }
    const byCode = secret.code !== undefined && secret.code === person.code
    const passphrase = byCode ? person.passphrase : (secret.passphrase ?? '')
    try {
      const signer = { id: nik, name: person.name, position: '' }
      const { pdf } = await this.#authority.sign({ ...work, idempotencyKey: '', signer, secret: passphrase })
      return this.#keep(nik, pdf)
    } catch (error) {
      if (!(error instanceof SigningError) || error.code !== 'wrong-secret') throw error
      throw new RefusedHere(statusCodes.wrongSecret, 'Passphrase anda salah')
    }
  }

  /** A file that was signed, by the id that its answer named. */
  file(id: string): Uint8Array | undefined {
    return this.#files.get(id)
  }

  /** The next code for the one before, or for the activation's; undefined for any other. */
  nextSealCode(subscriber: string, code: string): { code: string; expiresAt: number } | undefined {
    const known = this.#seal?.subscriber === subscriber
    if (!known || (code !== this.#seal?.activationCode && code !== this.#sealCode?.code)) return undefined
    this.#sealCode = { code: `${randomInt(100_000, 1_000_000)}`, expiresAt: Date.now() + codeLastsMs }
    return this.#sealCode
  }

  /** Throws RefusedHere. */
  async seal(subscriber: string, code: string, work: Work): Promise<{ id: string; pdf: Uint8Array }> {
    const seal = this.#seal
    if (seal?.subscriber !== subscriber) throw new RefusedHere(statusCodes.unregistered, 'Subscriber tidak terdaftar')
    const current = this.#sealCode
    if (!current || current.code !== code || current.expiresAt <= Date.now()) {
      throw new RefusedHere(statusCodes.wrongSecret, 'TOTP salah')
    }
    const agency = { id: subscriber, name: seal.name }
    const { pdf } = await this.#authority.seal({ ...work, idempotencyKey: '', agency })
    return this.#keep(subscriber, pdf)
  }

  #person(nik: string): SimulatedPerson {
    const person = this.#people.get(nik)
    if (!person) throw new RefusedHere(statusCodes.unregistered, 'Pengguna tidak terdaftar')
    return person
  }

  #keep(by: string, pdf: Uint8Array): { id: string; pdf: Uint8Array } {
    const id = randomUUID()
    this.#files.set(id, pdf)
    this.signed.push({ by, id })
    return { id, pdf }
  }
}
