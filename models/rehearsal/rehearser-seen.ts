import mongoose, { type Model, Schema } from 'mongoose'

/** A process that plays rehearsals, and when it last said so; it serves every regency. */
type RehearserRecord = { _id: string; seenAt: Date }

const schema = new Schema<RehearserRecord>(
  { _id: { type: String, required: true }, seenAt: { type: Date, required: true } },
  { collection: 'rehearsers', versionKey: false, strict: 'throw' },
)

const Rehearser: Model<RehearserRecord> = mongoose.model<RehearserRecord>('Rehearser', schema)

/** How often a rehearser says that it is there; after three silences it is taken to be gone. */
export const seenEveryMs = 10_000

export async function sayHere(holder: string): Promise<void> {
  await Rehearser.updateOne({ _id: holder }, { $set: { seenAt: new Date() } }, { upsert: true })
}

export async function sayGone(holder: string): Promise<void> {
  await Rehearser.deleteOne({ _id: holder })
}

/** Whether anybody plays rehearsals here, and when they were last heard from; null for never, or not for a month. */
export async function rehearserSeen(now: Date): Promise<{ here: boolean; seenAt: Date | null }> {
  const last = await Rehearser.findOne().sort({ seenAt: -1 }).lean()
  if (!last) return { here: false, seenAt: null }
  return { here: now.getTime() - last.seenAt.getTime() < 3 * seenEveryMs, seenAt: last.seenAt }
}
