import type { SignerStatus } from '../signing.ts'

/** What BSrE is asked to put under a PDF; `nik` names the person, `secret` is their passphrase or six-digit code. */
export type PersonalWork = { pdf: Uint8Array; nik: string; secret: string; reason: string; location: string }

/** One version of the service. Every call throws SigningError. */
export interface BsreProtocol {
  status(nik: string): Promise<SignerStatus>
  /** The signed PDF as it came back. May take as long as the service does; who asks has patience of their own. */
  sign(work: PersonalWork): Promise<Uint8Array>
}
