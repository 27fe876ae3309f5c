import mongoose, { type Model, Schema } from 'mongoose'
import { type CaseState, emptyCase, type Status } from '../../domain/case/state.ts'
import type { Channel, Role } from '../../domain/service.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

export type ApplicantRecord = {
  account: string | null
  name: string
  nik: string
  phone?: string
  email?: string
  village?: string
}
export type ProxyRecord = { consent: true; manner: string; witness?: string; relation?: string }
export type Attachment = { code: string; file: string }

/** Whom the case waits on, as codes; the words are made when it is shown. */
export type Waiting = {
  kind: 'office' | 'applicant' | 'payment' | 'outside' | 'system' | 'nobody'
  step: string | null
  task: string | null
  role: Role | null
  agency: string | null
  until: Date | null
  /** Which outside system, and since when; absent where none is waited for. */
  system?: string
  since?: Date
}

/** Number of the file it had there, by which it is still asked for, and when it came here. */
export type ImportedRecord = { reference: string; at: Date }

/** `key` names the decision, so that it is objected to once; `settledAt`: what was granted has been carried out. */
export type About = { purpose: 'appeal'; application: string; number: string; key: string; settledAt: Date | null }

export type ApplicationRecord = Tenanted<{
  _id: string
  number: string
  /** Where it was taken over from an old register; absent for what was filed here. */
  imported?: ImportedRecord | null
  /** The client's key for this filing, with the digest of what was filed under it. */
  filedWith: { by: string; key: string; digest: string }
  trackingCode: string
  /** The case whose decision this one objects to; absent for what stands by itself. */
  about?: About
  service: string
  serviceVersion: number
  channel: Channel
  servicePoint: string | null
  village: string | null
  /** Agencies that may see the case: the service's owner and every desk of its steps. */
  agencies: string[]
  applicant: ApplicantRecord
  filedBy: string
  proxy: ProxyRecord | null
  /** The register entry whose place this one's is to take; absent where it renews none. */
  renews?: string | null
  answers: Record<string, unknown>
  attachments: Attachment[]
  acceptedAt: Date
  /** Until its workflow is known to run; absent from then on. */
  unstarted?: true
  /** Its workflow is still to be told that a clock is due sooner than it knows; absent from then on. */
  unwoken?: true
  /** Fold of the timeline (design rule 1); everything below is projected from it. */
  state: CaseState
  status: Status
  waiting: Waiting
  /** Whom else it waits on, where branches walk side by side. */
  alsoWaiting: Waiting[]
  dueAt: Date | null
  /** Calendars its clocks count by, and the versions they were counted with; in order, each once. */
  clocked: { calendar: string; version: number }[]
  closedAt: Date | null
  /** How far ahead of real time the case's own present is, in ms: above 0 only where a demo case was skipped. */
  shift: number
}>

const schema = new Schema<ApplicationRecord>(
  {
    _id: { type: String, required: true },
    number: { type: String, required: true, immutable: true },
    imported: { type: Schema.Types.Mixed, default: null, immutable: true },
    filedWith: { type: Schema.Types.Mixed, required: true, immutable: true },
    trackingCode: { type: String, required: true, immutable: true },
    about: { type: Schema.Types.Mixed },
    service: { type: String, required: true, immutable: true },
    serviceVersion: { type: Number, required: true, immutable: true },
    channel: { type: String, required: true, immutable: true },
    servicePoint: { type: String, default: null, immutable: true },
    village: { type: String, default: null, immutable: true },
    agencies: { type: [String], required: true },
    applicant: { type: Schema.Types.Mixed, required: true },
    filedBy: { type: String, required: true, immutable: true },
    proxy: { type: Schema.Types.Mixed, default: null, immutable: true },
    renews: { type: String, default: null, immutable: true },
    answers: { type: Schema.Types.Mixed, required: true },
    attachments: { type: [{ _id: false, code: String, file: String }], required: true },
    acceptedAt: { type: Date, required: true, immutable: true },
    unstarted: { type: Boolean },
    unwoken: { type: Boolean },
    state: { type: Schema.Types.Mixed, required: true, default: emptyCase },
    status: { type: String, required: true, default: 'received' },
    waiting: { type: Schema.Types.Mixed, required: true, default: waitingForStart },
    alsoWaiting: { type: Schema.Types.Mixed, required: true, default: [] },
    dueAt: { type: Date, default: null },
    clocked: { type: [{ _id: false, calendar: String, version: Number }], default: [] },
    closedAt: { type: Date, default: null },
    shift: { type: Number, default: 0 },
  },
  { collection: 'applications', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const Application: Model<ApplicationRecord> = mongoose.model<ApplicationRecord>('Application', schema)

function waitingForStart(): Waiting {
  return { kind: 'system', step: null, task: null, role: null, agency: null, until: null }
}
