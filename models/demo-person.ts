import mongoose, { type Model, Schema } from 'mongoose'
import { type Tenanted, tenantScoped } from './tenancy.ts'

/** Somebody to try Lontar as, as the pack introduces them; their rights are memberships like anybody's. */
export type DemoPersonRecord = Tenanted<{
  account: string
  email: string
  name: string
  title: { id: string; en: string }
  home: 'portal' | 'admin'
  /** Order of the pack. */
  place: number
}>

const schema = new Schema<DemoPersonRecord>(
  {
    account: { type: String, required: true },
    email: { type: String, required: true, immutable: true },
    name: { type: String, required: true },
    title: { type: Schema.Types.Mixed, required: true },
    home: { type: String, required: true },
    place: { type: Number, required: true },
  },
  { collection: 'demoPeople', versionKey: false, strict: 'throw' },
).plugin(tenantScoped)

const DemoPersonModel: Model<DemoPersonRecord> = mongoose.model<DemoPersonRecord>('DemoPerson', schema)

export async function demoPeople(): Promise<DemoPersonRecord[]> {
  return DemoPersonModel.find().sort({ place: 1 }).lean<DemoPersonRecord[]>()
}

/** Makes the list what it is given; whoever is no longer on it goes. */
export async function keepDemoPeople(people: Omit<DemoPersonRecord, 'regency'>[]): Promise<void> {
  await DemoPersonModel.deleteMany({ email: { $nin: people.map(({ email }) => email) } })
  for (const { email, ...facts } of people) {
    await DemoPersonModel.updateOne({ email }, { $set: facts }, { upsert: true })
  }
}
