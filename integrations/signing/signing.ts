/**
 * Who puts the electronic signature on a PDF: the local authority in `local-ca/` for samples, BSrE in `bsre/`, which takes
 * a passphrase or a one-time code as `secret`.
 */

/** `unknown-outcome`: the other side may have signed or not. It is never repeated blindly; a person decides again. */
export const signingErrorCodes = [
  'wrong-secret',
  'unregistered',
  'expired',
  'revoked',
  'unavailable',
  'unknown-outcome',
] as const
export type SigningErrorCode = (typeof signingErrorCodes)[number]

/** Carries a code and no word of the signer, the secret or the document. */
export class SigningError extends Error {
  override readonly name = 'SigningError'
  readonly code: SigningErrorCode

  constructor(code: SigningErrorCode, options?: ErrorOptions) {
    super(`Signing failed: ${code}`, options)
    this.code = code
  }
}

export type SignerStatus = 'active' | 'expired' | 'revoked' | 'unregistered'

/** The local authority knows people by account (`id`), BSrE by NIK; null where the office has not been told it. */
export type SignerIdentity = { id: string; nik?: string | null }
export type Signer = SignerIdentity & { name: string; position: string; nip?: string | null }
export type SealingAgency = { id: string; name: string }

/** `signedAt` is the workflow's clock where it is given, epoch milliseconds; a provider with a clock of its own may overrule it. */
type SigningWork = {
  idempotencyKey: string
  pdf: Uint8Array
  reason: string
  location: string
  signedAt?: number
  /** Given the signature that arrives after the call has ended with `unknown-outcome`, so that it need not be made again. Never rejects. */
  late?: (signed: SignedPdf) => Promise<void>
}

/** `secret` is a passphrase or one-time code: kept in memory for the call, never stored or logged (design rule 5). */
export type SignRequest = SigningWork & { signer: Signer; secret: string }
export type SealRequest = SigningWork & { agency: SealingAgency }

/** `certificateSerial` in upper-case hexadecimal; `signedAt` in epoch milliseconds. */
export type SignedPdf = { pdf: Uint8Array; provider: string; certificateSerial: string; signedAt: number }

/** Bytes that are no PDF, sealed for an agency. */
export type SealDataRequest = { data: Uint8Array; agency: SealingAgency }
/** `signature`: detached CMS in DER. `certificateSerial` in upper-case hexadecimal. */
export type SealedData = { signature: Uint8Array; certificateSerial: string }

export interface SigningProvider {
  /** Short name kept with every document. */
  readonly code: string
  /** False where a document must say that it binds nobody. */
  readonly legallyBinding: boolean
  status(identity: SignerIdentity): Promise<SignerStatus>
  /** Throws SigningError. The bytes of `pdf` stay as they are; the signature is appended. */
  sign(request: SignRequest): Promise<SignedPdf>
  /** The agency's own seal, the only signature made without a person. Throws SigningError. */
  seal(request: SealRequest): Promise<SignedPdf>
  /** As `seal`, over any bytes; null where the provider seals PDFs only. Throws SigningError. */
  sealData(request: SealDataRequest): Promise<SealedData | null>
}
