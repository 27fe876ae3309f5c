/** What stands between Lontar and a system that is not its own: one folder of `integrations/` a system fills it. */
export interface OutsideSystem {
  /** Words that tell which news of a webhook is about this filing. No personal data: digests and our own keys. */
  matches(filing: Filing): string[]
  /** Hands the case over, once per `filing.key`: what an earlier try may have left there is looked up first. */
  submit(filing: Filing): Promise<{ reference: string }>
  /** How it stands there. `news` is what a webhook has brought, as it was stored. */
  standing(filing: Filing, reference: string, news: unknown): Promise<Standing>
}

export type FilingDocument = { code: string; name: string; type: string; sha256: string; bytes(): Promise<Uint8Array> }

export type Filing = {
  /** Ours: the call's id. */
  key: string
  operation: string
  number: string
  service: string
  applicant: { name: string; nik: string; phone?: string; email?: string }
  answers: Record<string, unknown>
  documents: FilingDocument[]
  /** Rupiah that the applicant has paid for it. */
  paid: number
}

/** `issuedOn` is a date, YYYY-MM-DD. */
export type Standing =
  | { outcome: 'pending' }
  | { outcome: 'done'; number: string; issuedOn: string; file: Uint8Array | null }
  | { outcome: 'refused'; reason: string }

/**
 * down: not reached, nothing was sent. unknown-outcome: it may have been carried out. maintenance: it says it is closed.
 * wrong-key: it does not know us. refused: it does not take what we sent. broken: it answered what nobody can read.
 * lost: it does not know what it took before. not-configured: this installation has no address for it.
 */
export const outsideCodes = [
  'down',
  'unknown-outcome',
  'maintenance',
  'wrong-key',
  'refused',
  'broken',
  'lost',
  'not-configured',
] as const
export type OutsideCode = (typeof outsideCodes)[number]

/** A failure by its code alone: answers of other systems may quote what was sent. */
export class OutsideError extends Error {
  override name = 'OutsideError'
  readonly code: OutsideCode
  constructor(code: OutsideCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }

  /** Whether trying again within seconds could help. */
  get isPassing(): boolean {
    return this.code === 'down' || this.code === 'unknown-outcome' || this.code === 'broken'
  }
}
