import mongoose, { type Model, Schema } from 'mongoose'
import type { RehearsalStory } from '../../contracts/rehearsals.ts'
import type { Behaviour, RehearsalState } from '../../domain/rehearsal.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

type Text = { id: string; en: string }

export type RehearsalSource = { kind: 'version'; version: number } | { kind: 'draft'; revision: number }

/** A file of a pack that takes the place of the one in it. */
export type PackFile = { path: string; text: string }

/** A service to be played with invented people: a row that waits for whoever plays, and keeps what it told. */
export type RehearsalRecord = Tenanted<{
  _id: string
  by: string
  key: string
  digest: string
  at: Date
  service: string
  source: RehearsalSource
  behaviour: Behaviour
  /** Day of filing (`2027-03-01`, the regency's own); null for the next working day. */
  day: string | null
  /** The definition and the calendars as they stood when it was asked for; empty once it has ended. */
  files: PackFile[]
  state: RehearsalState
  /** How often somebody took it up. */
  attempts: number
  /** Which process plays it, and until when others keep away. */
  lease: { holder: string; until: Date } | null
  /** How far the played case has come. */
  playedUntil: Date | null
  endedAt: Date | null
  failure: { code: string; message: Text } | null
  story: { id: RehearsalStory; en: RehearsalStory } | null
}>

const mixed = { type: Schema.Types.Mixed, default: null } as const
const once = { type: String, required: true, immutable: true } as const

const schema = new Schema<RehearsalRecord>(
  {
    _id: { type: String, required: true },
    by: once,
    key: once,
    digest: once,
    at: { type: Date, required: true, immutable: true },
    service: once,
    source: { type: Schema.Types.Mixed, required: true, immutable: true },
    behaviour: { type: Schema.Types.Mixed, required: true, immutable: true },
    day: { type: String, default: null, immutable: true },
    files: { type: [{ type: Schema.Types.Mixed }], required: true },
    state: { type: String, required: true },
    attempts: { type: Number, required: true },
    lease: mixed,
    playedUntil: { type: Date, default: null },
    endedAt: { type: Date, default: null },
    failure: mixed,
    story: mixed,
  },
  { collection: 'rehearsals', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const Rehearsal: Model<RehearsalRecord> = mongoose.model<RehearsalRecord>('Rehearsal', schema)
