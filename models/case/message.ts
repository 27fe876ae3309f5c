import mongoose, { type Model, Schema } from 'mongoose'
import type { AnyTrigger, OfficeTrigger, Role } from '../../domain/service.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

export type MessageWay = 'email' | 'in-app' | 'print'

/**
 * A message as it is to be told, written in the same transaction as the event that causes it, sent by whoever claims it
 * next. E-mail is at least once, under one fixed Message-ID (design rule 5).
 */
export type MessageRecord = Tenanted<{
  application: string
  /** The licence it is about, once there is one; null for messages of its case. */
  entry: string | null
  number: string
  service: string
  /** The case's place, by which the permission table says who sees its messages. */
  case: { agencies: string[]; village: string | null; servicePoint: string | null }
  /** Seq of the event in the case's or the entry's timeline: with `way` and `to` the message's key. */
  seq: number
  trigger: AnyTrigger | OfficeTrigger
  way: MessageWay
  /** E-mail address, account id, or `desk` for the office named by role, agency and village. */
  to: string
  desk: { role: Role; agency: string | null; village: string | null } | null
  subject: string
  text: string
  status: 'queued' | 'sent' | 'failed'
  attempts: number
  lastError: string | null
  queuedAt: Date
  nextAttemptAt: Date | null
  sentAt: Date | null
  readBy: string[]
}>

const schema = new Schema<MessageRecord>(
  {
    application: { type: String, required: true, immutable: true },
    entry: { type: String, default: null, immutable: true },
    number: { type: String, required: true, immutable: true },
    service: { type: String, required: true, immutable: true },
    case: { type: Schema.Types.Mixed, required: true, immutable: true },
    seq: { type: Number, required: true, immutable: true },
    trigger: { type: String, required: true, immutable: true },
    way: { type: String, required: true, immutable: true },
    to: { type: String, required: true, immutable: true },
    desk: { type: Schema.Types.Mixed, default: null, immutable: true },
    subject: { type: String, required: true, immutable: true },
    text: { type: String, required: true, immutable: true },
    status: { type: String, required: true, default: 'queued' },
    attempts: { type: Number, default: 0 },
    lastError: { type: String, default: null },
    queuedAt: { type: Date, required: true, immutable: true },
    nextAttemptAt: { type: Date, default: null },
    sentAt: { type: Date, default: null },
    readBy: { type: [String], default: [] },
  },
  { collection: 'messages', versionKey: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const Message: Model<MessageRecord> = mongoose.model<MessageRecord>('Message', schema)
