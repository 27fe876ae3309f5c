/** The activities a case calls, as types: the workflow bundle never sees their code. */
import type { CallStatus, Proposal, TimelineEvent } from '../domain/case/events.ts'

export type RecordRequest = {
  regency: string
  application: string
  /** Seq of the first event sent; `head` is the hash of the one before it. */
  from: number
  head: string
  events: Proposal[]
}

/** What the timeline holds from `from` on, and whether it is what was proposed; or where the timeline ends too early. */
export type RecordReply = { kept: TimelineEvent[]; recorded: boolean } | { missingFrom: number }

export type PrepareRequest = {
  regency: string
  application: string
  code: string
  ordinal: number
  /** Officer who will sign; null for the agency's seal. */
  signer: string | null
  /** Law that deemed the approval, to be stated on the document. */
  basis: string | null
  /** The case's own present, the date the letter bears. */
  at: number
  /** Decision that the document tells of: a report's findings lie with it. */
  decision?: string
}
export type Prepared = { document: string; number: string; digest: string }

export type SealRequest = { regency: string; application: string; document: string }
/** `at`: the case's own present, at which the signer's authority is asked. */
export type SignRequest = SealRequest & { request: string; signer: string; at?: number }
export type Signed = { provider: string; serial: string; digest: string }

export type CaseActivities = {
  /** Appends to the case's timeline and projects it, in one transaction; idempotent. */
  record(request: RecordRequest): Promise<RecordReply>
  /** Numbers and renders a document, once per application, code and ordinal. */
  prepareDocument(request: PrepareRequest): Promise<Prepared>
  /** Seals a prepared document for the agency; first stored wins. */
  sealDocument(request: SealRequest): Promise<Signed>
}

export type BillRequest = {
  regency: string
  application: string
  number: string
  /** Code of the step that asks for the money. */
  step: string
  ordinal: number
  at: number
}

export type MoneyActivities = {
  /** Asks the gateway for what the step's fees come to (rupiah), once per application, step and ordinal. */
  openBill(request: BillRequest): Promise<{ bill: string; amount: number } | { nothing: true }>
  /** The case no longer wants the money: whatever still comes goes back. Idempotent. */
  cancelBill(request: { regency: string; bill: string }): Promise<void>
  /** Pays back this much (rupiah). Idempotent by `refund`. */
  refundBill(request: { regency: string; bill: string; refund: string; amount: number }): Promise<void>
}

export type CallRequest = { regency: string; application: string; call: string; system: string; operation: string }

/** `answer`: id of what the outside system said; its content never comes here. */
export type Answer = { outcome: 'done' | 'refused'; answer: string; digest: string }

export type CallActivities = {
  /** Hands the case over to the outside system, once per `call`. */
  sendCall(request: CallRequest & { at: number }): Promise<{ reference: string }>
  /**
   * How it stands there, or what its webhook has brought already. To a case that `hears`, first what it told of its clock
   * and the case does not know yet, oldest first: then nothing was asked.
   */
  askCall(request: CallRequest & { hears?: boolean }): Promise<{ pending: true; statuses?: CallStatus[] } | Answer>
}

export type SigningActivities = {
  /** Signs with the secret that waits in the process that polls this queue. */
  signDocument(request: SignRequest): Promise<Signed>
}
