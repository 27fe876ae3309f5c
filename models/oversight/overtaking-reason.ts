import mongoose, { type Model, Schema } from 'mongoose'
import { digestOf } from '../../catalogue/digest.ts'
import { appendOnly } from '../append-only.ts'
import { auditWithin } from '../audit.ts'
import { type Tenanted, tenantScoped } from '../tenancy.ts'
import { inTransaction, isDuplicate } from '../transaction.ts'

/**
 * Why a decision went before older equals, in the words of whoever took it or answers for them: a line that stays. It is kept
 * by case and task, for movements are projected anew.
 */
export type OvertakingReasonRecord = Tenanted<{
  application: string
  task: string
  text: string
  /** Account. */
  by: string
  at: Date
  /** The client's key for this line. */
  key: string
}>

const schema = new Schema<OvertakingReasonRecord>(
  {
    application: { type: String, required: true, immutable: true },
    task: { type: String, required: true, immutable: true },
    text: { type: String, required: true, immutable: true },
    by: { type: String, required: true, immutable: true },
    at: { type: Date, required: true, immutable: true },
    key: { type: String, required: true, immutable: true },
  },
  { collection: 'overtakingReasons', versionKey: false, strict: 'throw' },
)
schema.plugin(tenantScoped)
schema.plugin(appendOnly, { what: 'The reasons of overtakings' })

export const OvertakingReason: Model<OvertakingReasonRecord> = mongoose.model<OvertakingReasonRecord>(
  'OvertakingReason',
  schema,
)

/** Lines of one decision: who took it, who answers for it, and what had to be said again. */
export const mostReasons = 5

type Given = Pick<OvertakingReasonRecord, 'application' | 'task' | 'text' | 'by' | 'key'>

/**
 * Adds a line with its line in the audit chain, whose head is moved in the same transaction: no two at once pass the limit.
 * `kept`: also where this person said the same under this key before; `reused`: they said something else under it.
 */
export async function giveReason(given: Given): Promise<'kept' | 'reused' | 'full'> {
  const { application, task, text, by, key } = given
  const before = async () => {
    const known = await OvertakingReason.findOne({ by, key }).lean()
    if (!known) return null
    return known.application === application && known.task === task && known.text === text ? 'kept' : 'reused'
  }
  const known = await before()
  if (known) return known
  try {
    return await inTransaction(async (session) => {
      const lines = await OvertakingReason.countDocuments({ application, task }).session(session)
      if (lines >= mostReasons) return 'full'
      const subject = { kind: 'overtaking', id: `${task} ${digestOf(text)}` }
      await auditWithin(session, { act: 'explain-overtaking', by, subject, purpose: null })
      await OvertakingReason.insertMany([{ ...given, at: new Date() }], { session })
      return 'kept'
    })
  } catch (error) {
    // The same was sent twice at once: one of them is kept.
    if (isDuplicate(error)) return (await before()) ?? 'reused'
    throw error
  }
}

/** The lines of these decisions by task, each decision's oldest first. Within a regency's context. */
export async function reasonsOf(
  decisions: readonly { application: string; task: string | null }[],
): Promise<Map<string, OvertakingReasonRecord[]>> {
  const named = { application: { $in: decisions.map((each) => each.application) } }
  const lines = await OvertakingReason.find(named).sort({ at: 1 }).lean<OvertakingReasonRecord[]>()
  return Map.groupBy(lines, ({ task }) => task)
}
