import mongoose, { type Model, Schema } from 'mongoose'
import type { Decision as DecisionKind, Role } from '../../domain/service.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'
import type { Attachment } from './application.ts'

export type DeficiencyRecord = { target: 'field' | 'document' | 'other'; name: string; message: string }

/**
 * What a person said with an act, stored before the act is carried out and never changed (design rule 3): the workflow and
 * the timeline know only its id and digest. The same key by the same person is the same act.
 */
type ActRecord<Kind extends string, Content> = Tenanted<{
  _id: string
  kind: Kind
  application: string
  by: string
  key: string
  digest: string
  at: Date
  content: Content
}>

export type DecisionContent = {
  task: string
  decision: DecisionKind
  note: string | null
  deficiencies: DeficiencyRecord[]
  /** The owner's number and document, where the task brings them. */
  data: { number: string; file: string } | null
  /** Answers to what the step asks of the officer: a consultation's questions, an inspection's checklist. */
  answers?: Record<string, unknown>
  /** Ids of the photos an inspection took. */
  photos?: string[]
}
export type CorrectionContent = { answers: Record<string, unknown>; attachments: Attachment[]; note: string | null }
export type WithdrawalContent = { reason: string }
/** What a superior says of a turn they give the case; `answers` where they put the document right. */
export type TurnContent = {
  reason: string
  /** Step it goes on from or is put in after, or number of the case it goes on under. */
  at: string
  title?: string
  desk?: { role: Role; agency: string }
  /** Working days. */
  days?: number
  answers?: Record<string, unknown>
}
/** Has the outside system asked again. */
export type RetryContent = { call: string }
export type VisitContent = { note: string | null }
/** Degrees (WGS 84) and metres. */
export type ArrivalContent = { latitude: number | null; longitude: number | null; accuracy: number | null }

/** What is said to a licence; `application` of the act is the case that brought it forth. */
export type SuspensionContent = { entry: string; reason: string; basis: string; until: string | null }
export type ReinstatementContent = { entry: string; reason: string }
export type RevocationContent = { entry: string; reason: string; basis: string }
export type ReportContent = { entry: string; text: string; file: string | null }

export type AnyAct =
  | ActRecord<'decision', DecisionContent>
  | ActRecord<'correction', CorrectionContent>
  | ActRecord<'withdrawal', WithdrawalContent>
  | ActRecord<'added-step' | 'merge' | 'reopening', TurnContent>
  | ActRecord<'call-retry', RetryContent>
  | ActRecord<'visit', VisitContent>
  | ActRecord<'arrival', ArrivalContent>
  | ActRecord<'suspension', SuspensionContent>
  | ActRecord<'reinstatement', ReinstatementContent>
  | ActRecord<'revocation', RevocationContent>
  | ActRecord<'report', ReportContent>

const schema = new Schema<AnyAct>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true, immutable: true },
    application: { type: String, required: true, immutable: true },
    by: { type: String, required: true, immutable: true },
    key: { type: String, required: true, immutable: true },
    digest: { type: String, required: true, immutable: true },
    at: { type: Date, required: true, immutable: true },
    content: { type: Schema.Types.Mixed, required: true, immutable: true },
  },
  { collection: 'acts', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const Act: Model<AnyAct> = mongoose.model<AnyAct>('Act', schema)
