import mongoose, { type Model, Schema } from 'mongoose'
import { type Tenanted, tenantScoped } from './tenancy.ts'

/** A key of the local certificate authority; nothing here is secret without its passphrase. `revokedAt` is ISO 8601. */
type KeyRecord = { keyFile: string; certificate: string; revokedAt: string | null }

type SigningKeyRecord = Tenanted<KeyRecord & { key: string }>

const schema = new Schema<SigningKeyRecord>(
  {
    key: { type: String, required: true, immutable: true },
    keyFile: { type: String, required: true },
    certificate: { type: String, required: true },
    revokedAt: { type: String, default: null },
  },
  { collection: 'signingKeys', versionKey: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

const SigningKey: Model<SigningKeyRecord> = mongoose.model<SigningKeyRecord>('SigningKey', schema)

/** Keys of the regency in context; first stored wins, so that two processes end with the same one. */
export const signingKeys = {
  async load(key: string): Promise<KeyRecord | undefined> {
    const found = await SigningKey.findOne({ key }).lean()
    return found ? plain(found) : undefined
  },
  async save(key: string, record: KeyRecord): Promise<KeyRecord> {
    const kept = await SigningKey.findOneAndUpdate(
      { key },
      { $setOnInsert: record },
      { upsert: true, returnDocument: 'after', lean: true },
    ).orFail()
    return plain(kept)
  },
  async replace(key: string, record: KeyRecord): Promise<void> {
    await SigningKey.updateOne({ key }, { $set: record }, { upsert: true })
  },
}

function plain({ keyFile, certificate, revokedAt }: KeyRecord): KeyRecord {
  return { keyFile, certificate, revokedAt }
}
