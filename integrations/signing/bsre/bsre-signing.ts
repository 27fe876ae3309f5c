import {
  type SealRequest,
  type SignedPdf,
  type SignerIdentity,
  type SignerStatus,
  SigningError,
  type SigningProvider,
  type SignRequest,
} from '../signing.ts'
import { checkSigned } from './check-signed.ts'
import { type BsreAccount, BsreConnection } from './connection.ts'
import { Patience } from './patience.ts'
import type { BsreProtocol } from './protocol.ts'
import { type SealSubscription, sealing } from './seal.ts'
import { versionOne } from './v1.ts'
import { versionTwo } from './v2.ts'

export type BsreOptions = {
  account: BsreAccount
  version: 'v1' | 'v2'
  /** False wherever the other side is not BSrE's production service. */
  legallyBinding: boolean
  /** Absent where the office has no seal: then nothing can be sealed. */
  seal: SealSubscription | undefined
  /** How long a signer is kept waiting, and how long an answer is listened for, in ms. */
  patienceMs?: number
  listenMs?: number
}

/** Below the minute that a signing activity has, so that it ends with a word of its own. */
const defaults = { patienceMs: 40_000, listenMs: 240_000 } as const

/**
 * Signs with BSrE. It takes no key of ours and cannot be asked what it signed, except for a file whose id it has told, so
 * nothing is sent twice on our own account: an answer is listened for, fetched where it was named, or unknown.
 */
export class BsreSigning implements SigningProvider {
  readonly code = 'bsre'
  readonly legallyBinding: boolean
  readonly #protocol: BsreProtocol
  readonly #seal: ReturnType<typeof sealing> | undefined
  readonly #patience: Patience

  constructor({ account, version, legallyBinding, seal, ...waiting }: BsreOptions) {
    const { patienceMs, listenMs } = { ...defaults, ...waiting }
    const connection = new BsreConnection(account)
    this.legallyBinding = legallyBinding
    this.#protocol = (version === 'v1' ? versionOne : versionTwo)(connection, listenMs)
    this.#seal = seal && sealing(connection, seal, listenMs)
    this.#patience = new Patience(patienceMs)
  }

  async status({ nik }: SignerIdentity): Promise<SignerStatus> {
    return nik ? this.#standing(nik) : 'unregistered'
  }

  sign({ signer, secret, ...work }: SignRequest): Promise<SignedPdf> {
    const { nik } = signer
    if (!nik) return Promise.reject(new SigningError('unregistered'))
    const { pdf, reason, location } = work
    return this.#patience.signedOnce({ ...work, by: nik, late: work.late }, async () => {
      try {
        return this.#checked(pdf, await this.#protocol.sign({ pdf, nik, secret, reason, location }))
      } catch (error) {
        throw await this.#told(error, nik)
      }
    })
  }

  seal({ agency, ...work }: SealRequest): Promise<SignedPdf> {
    const seal = this.#seal
    if (!seal) return Promise.reject(new SigningError('unregistered'))
    const asked = { ...work, by: `seal ${agency.id}`, late: work.late }
    return this.#patience.signedOnce(asked, async () => this.#checked(work.pdf, await seal(work)))
  }

  /** BSrE seals PDFs and nothing else. */
  async sealData(): Promise<null> {
    return null
  }

  #checked(sent: Uint8Array, pdf: Uint8Array): SignedPdf {
    return { pdf, provider: this.code, ...checkSigned(sent, pdf) }
  }

  /** "No certificate" is also said of one that has ended: the signer is to hear which it is. */
  async #told(error: unknown, nik: string): Promise<unknown> {
    if (!(error instanceof SigningError) || error.code !== 'unregistered') return error
    const standing = await this.#standing(nik).catch(() => 'unregistered')
    return standing === 'expired' || standing === 'revoked' ? new SigningError(standing) : error
  }

  async #standing(nik: string): Promise<SignerStatus> {
    try {
      return await this.#protocol.status(nik)
    } catch (error) {
      if (error instanceof SigningError && error.code === 'unregistered') return 'unregistered'
      throw error
    }
  }
}
