import { randomUUID } from 'node:crypto'
import mongoose, { type Model, Schema } from 'mongoose'
import { type Tenanted, tenantScoped } from '../tenancy.ts'
import { isDuplicate } from '../transaction.ts'

/**
 * What an outside system told by itself, as far as it is of use, once and never changed. It may come before the case that
 * it is about waits for it: `keys` find it then.
 */
export type NewsRecord = Tenanted<{
  _id: string
  system: string
  /** Of the content: the same news again is nothing new. */
  digest: string
  keys: string[]
  content: Record<string, unknown>
  at: Date
}>

const schema = new Schema<NewsRecord>(
  {
    _id: { type: String, required: true },
    system: { type: String, required: true, immutable: true },
    digest: { type: String, required: true, immutable: true },
    keys: { type: [String], required: true, immutable: true },
    content: { type: Schema.Types.Mixed, required: true, immutable: true },
    at: { type: Date, required: true, immutable: true },
  },
  { collection: 'news', versionKey: false, minimize: false, strict: 'throw' },
)
schema.plugin(tenantScoped)

export const News: Model<NewsRecord> = mongoose.model<NewsRecord>('News', schema)

/** True where it was new. */
export async function keepNews(news: Pick<NewsRecord, 'system' | 'digest' | 'keys' | 'content'>): Promise<boolean> {
  try {
    await News.insertMany([{ ...news, _id: randomUUID(), at: new Date() }])
    return true
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return false
  }
}

/** A change of status that was told: the system's own code and instant, UTC epoch ms. */
export type StatusNews = NewsRecord & { content: { code: string; saidAt: number } }

const statusKey = (key: string) => `status ${key}`
const mostStatuses = 100

/** True where it was new. Kept under keys of its own: no answer is looked for among statuses. */
export function keepStatus({ keys, ...news }: Pick<StatusNews, 'system' | 'digest' | 'keys' | 'content'>) {
  return keepNews({ ...news, keys: keys.map(statusKey) })
}

/** The last hundred that are about any of these, from an instant of that system's on, in no order. */
export async function statusesAbout(system: string, keys: readonly string[], from: Date): Promise<StatusNews[]> {
  if (keys.length === 0) return []
  return News.find({ system, keys: { $in: keys.map(statusKey) }, 'content.saidAt': { $gte: from.getTime() } })
    .sort({ at: -1 })
    .limit(mostStatuses)
    .lean<StatusNews[]>()
}

/** The newest that is about any of these; null where nothing was told. */
export async function newsAbout(system: string, keys: readonly string[]): Promise<NewsRecord | null> {
  if (keys.length === 0) return null
  return News.findOne({ system, keys: { $in: [...keys] } })
    .sort({ at: -1 })
    .lean<NewsRecord>()
}
