import mongoose, { type Model, Schema } from 'mongoose'
import type { LetterKind } from '../../domain/letter.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'

export type DocumentKind = LetterKind | 'external'

/** A document the case brought forth. Prepared bytes are numbered and rendered once, signed bytes stored once: first wins. */
export type DocumentRecord = Tenanted<{
  /** Public: it stands in the QR. */
  _id: string
  application: string
  /** `{application}/{code}/{ordinal}`: the effect's key (design rule 5). */
  key: string
  code: string
  ordinal: number
  kind: DocumentKind
  agency: string
  title: { id: string; en: string }
  number: string
  /** Officer who signs or signed; null for a seal and for the owner's documents. */
  signer: { id: string; name: string; position: string; mandate?: string } | null
  /** Law that deemed it, as the document states it. */
  basis: { id: string; en: string } | null
  /** The decision a report was rendered for. */
  decision?: string
  preparedAt: Date
  issuedAt: Date | null
  validUntil: Date | null
  prepared: Buffer | null
  signed: Buffer | null
  digest: string | null
  signature: {
    provider: string
    serial: string
    by: string
    position: string | null
    legallyBinding: boolean
    /** The letter a stand-in signed by, in words. */
    mandate?: string
  } | null
  /** Id of the uploaded file, for the owner's documents. */
  file: string | null
}>

const schema = new Schema<DocumentRecord>(
  {
    _id: { type: String, required: true },
    application: { type: String, required: true, immutable: true },
    key: { type: String, required: true, immutable: true },
    code: { type: String, required: true, immutable: true },
    ordinal: { type: Number, required: true, immutable: true },
    kind: { type: String, required: true, immutable: true },
    agency: { type: String, required: true, immutable: true },
    title: { type: Schema.Types.Mixed, required: true, immutable: true },
    number: { type: String, required: true, immutable: true },
    signer: { type: Schema.Types.Mixed, default: null },
    basis: { type: Schema.Types.Mixed, default: null },
    decision: { type: String },
    preparedAt: { type: Date, required: true },
    issuedAt: { type: Date, default: null },
    validUntil: { type: Date, default: null },
    prepared: { type: Buffer, default: null, select: false },
    signed: { type: Buffer, default: null, select: false },
    digest: { type: String, default: null },
    signature: { type: Schema.Types.Mixed, default: null },
    file: { type: String, default: null },
  },
  { collection: 'documents', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const IssuedDocument: Model<DocumentRecord> = mongoose.model<DocumentRecord>('IssuedDocument', schema)
