import mongoose, { type Model, Schema } from 'mongoose'
import { type Tenanted, tenantScoped } from './tenancy.ts'

/** What a person has told this regency of themselves, to fill forms with. Identity itself lies with the sign-in. */
export type PersonProfileRecord = Tenanted<{
  account: string
  name: string | null
  nik: string | null
  phone: string | null
  /** Region code of the village. */
  village: string | null
  changedAt: Date
}>

const schema = new Schema<PersonProfileRecord>(
  {
    account: { type: String, required: true, immutable: true },
    name: { type: String, default: null },
    nik: { type: String, default: null },
    phone: { type: String, default: null },
    village: { type: String, default: null },
    changedAt: { type: Date, required: true },
  },
  { collection: 'personProfiles', versionKey: false, strict: 'throw' },
).plugin(tenantScoped)

export const PersonProfile: Model<PersonProfileRecord> = mongoose.model<PersonProfileRecord>('PersonProfile', schema)

export type ProfileChanges = Partial<Pick<PersonProfileRecord, 'name' | 'nik' | 'phone' | 'village'>>

export async function profileOf(account: string): Promise<PersonProfileRecord | null> {
  return PersonProfile.findOne({ account }).lean<PersonProfileRecord>()
}

/** Keeps what is given and leaves the rest; null empties a field. */
export async function changeProfile(account: string, changes: ProfileChanges): Promise<PersonProfileRecord> {
  return PersonProfile.findOneAndUpdate(
    { account },
    { $set: { ...changes, changedAt: new Date() } },
    { upsert: true, returnDocument: 'after', setDefaultsOnInsert: true },
  )
    .orFail()
    .lean<PersonProfileRecord>()
}
