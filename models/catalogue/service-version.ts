import mongoose, { type Model, Schema } from 'mongoose'
import type { PublishedService } from '../../catalogue/pack/publish.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'
import { immutable } from './immutable.ts'

/** A service as it was published: numbered from 1, immutable, with letters and messages, so that cases filed under it need nothing else. */
export type ServiceVersionRecord = Tenanted<
  PublishedService & {
    code: string
    version: number
    /** Of the content, to tell a change from a repetition. */
    digest: string
    publishedAt: Date
    /** Account of the editor, and the key of their request; null where it came with a pack. */
    publishedBy: string | null
    publishedWith: string | null
    /** Digest of what was asked under that key; nothing where a release before this kept it, or where it came with a pack. */
    asked?: string | null
    /** Day (`2027-01-01`, the regency's own) from which applications are filed under it; null from its publication. */
    effectiveFrom: string | null
    /** Why it was published, in the editor's words. */
    note: string | null
  }
>

const content = { type: Schema.Types.Mixed, required: true, immutable: true } as const

const schema = new Schema<ServiceVersionRecord>(
  {
    code: { type: String, required: true, immutable: true },
    version: { type: Number, required: true, immutable: true },
    digest: { type: String, required: true, immutable: true },
    publishedAt: { type: Date, required: true, immutable: true },
    publishedBy: { type: String, default: null, immutable: true },
    publishedWith: { type: String, default: null, immutable: true },
    asked: { type: String, default: null, immutable: true },
    effectiveFrom: { type: String, default: null, immutable: true },
    note: { type: String, default: null, immutable: true },
    definition: content,
    letters: content,
    messages: content,
  },
  { collection: 'serviceVersions', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)
schema.plugin(immutable)

export const ServiceVersion: Model<ServiceVersionRecord> = mongoose.model<ServiceVersionRecord>(
  'ServiceVersion',
  schema,
)
