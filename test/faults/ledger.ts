import { Act } from '../../models/case/acts.ts'
import { Application } from '../../models/case/application.ts'
import { Message } from '../../models/case/message.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { acrossRegencies } from '../../models/tenancy.ts'
import type { House } from './house.ts'
import type { Intention } from './officers.ts'
import { until } from './until.ts'

/**
 * Waits for the answers and gives every intention that was lost, doubled or refused, as a sentence. A signature whose
 * outcome was unknown must have left nothing; the signer has been told to sign again.
 */
export async function brokenPromises({ inside }: House, intentions: Intention[]): Promise<string[]> {
  const faults = await Promise.all(
    intentions.map(async ({ key, what, answer }) => {
      const { status, code } = await answer
      const times = await inside(() => timesKept(key))
      const expected = status < 300 ? 1 : 0
      const said = `${what}: answered ${status} ${code ?? ''}, kept ${times} times`
      return times === expected && (status < 300 || code === 'signing-unknown') ? [] : [said]
    }),
  )
  return faults.flat()
}

/** How many applications or lines of timelines there are for what was asked under the key. */
async function timesKept(key: string): Promise<number> {
  const filed = await Application.countDocuments({ 'filedWith.key': key })
  const acts = await Act.find({ key }).lean()
  if (acts.length > 1) return acts.length
  const id = acts[0]?._id
  if (id === undefined) return filed
  const types = ['task-decided', 'corrected', 'withdrawn'] as const
  const named = ['decisionId', 'correctionId', 'withdrawalId'].map((name) => ({ [`data.${name}`]: id }))
  return filed + (await TimelineEntry.countDocuments({ type: { $in: types }, $or: named }))
}

/** Waits until nothing is left to send, and gives the Message-IDs that never came to the sink. */
export async function lostMessages({ mailStore }: House, withinMs = 120_000): Promise<string[]> {
  const emails = () => acrossRegencies('a test counts messages', () => Message.find({ way: 'email' }).lean())
  await until(
    'every e-mail is sent',
    async () => ((await emails()).every(({ status }) => status === 'sent') ? true : null),
    withinMs,
  )
  const arrived = new Set((await mailStore.list(Number.MAX_SAFE_INTEGER)).map(({ messageId }) => messageId))
  const expected = (await emails()).map(({ application, seq }) => `<${application}.${seq}@127.0.0.1>`)
  if (expected.length === 0) return ['no message was ever written']
  return expected.filter((id) => !arrived.has(id))
}
