import { File } from './file.ts'
import { bytesWrittenBefore, deleteBytes } from './file-bytes.ts'
import { acrossRegencies } from './tenancy.ts'

/** An upload that no application has taken after so long is nobody's. */
export const unclaimedForMs = 24 * 3_600_000
const batch = 200

/**
 * Removes unclaimed uploads, and bytes whose record was never written because the process died in between.
 * Safe to run anywhere and more than once at a time. Returns how many files went.
 */
export async function sweepFiles(now: Date = new Date()): Promise<number> {
  const before = new Date(now.getTime() - unclaimedForMs)
  return acrossRegencies('sweep uploads of every regency', async () => {
    const unclaimed = await sweepUnclaimed(before)
    return unclaimed + (await sweepOrphans(before))
  })
}

async function sweepUnclaimed(before: Date): Promise<number> {
  for (let swept = 0; ; swept += 1) {
    const file = await File.findOneAndDelete({ application: null, at: { $lt: before } })
    if (!file) return swept
    await deleteBytes(file._id)
  }
}

async function sweepOrphans(before: Date): Promise<number> {
  let swept = 0
  let after: Date | undefined
  for (;;) {
    const files = await bytesWrittenBefore(before, batch, after)
    const ids = files.map((file) => file.id)
    const known = new Set(await File.distinct('_id', { _id: { $in: ids } }))
    for (const id of ids.filter((each) => !known.has(each))) {
      await deleteBytes(id)
      swept += 1
    }
    if (files.length < batch) return swept
    after = files.at(-1)?.at
  }
}
