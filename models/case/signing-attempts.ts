import { TimelineEntry, type TimelineRecord } from './timeline-entry.ts'

/** `code` as the signing provider's failure is called; null where nobody told one. `ref` is the decision that was tried. */
export type FailedAttempt = { ref: string; reason: 'failed' | 'orphaned'; code: string | null; at: number }

type Line = Pick<TimelineRecord, 'application' | 'seq' | 'type' | 'at' | 'data'>

/** Attempts to sign that came to nothing, by case, oldest first: what their timelines hold of them. */
export async function failedAttempts(applications: readonly string[]): Promise<Map<string, FailedAttempt[]>> {
  const lines = await TimelineEntry.find({
    application: { $in: applications },
    type: { $in: ['signing-failed', 'latch-released'] },
  })
    .select('application seq type at data')
    .sort({ application: 1, seq: 1 })
    .lean<Line[]>()
  const codes = new Map(lines.map((line) => [placeOf(line), line.data.code]))
  const found = lines.flatMap((line) => {
    const { application, seq, at, data } = line
    const { reason } = data
    if (data.latch !== 'signing' || (reason !== 'failed' && reason !== 'orphaned')) return []
    // A failure that was told stands right before the latch that was given back for it.
    const code = codes.get(placeOf({ application, seq: seq - 1 }))
    return [{ application, ref: String(data.ref), reason, code: typeof code === 'string' ? code : null, at } as const]
  })
  return Map.groupBy(found, ({ application }) => application)
}

const placeOf = ({ application, seq }: Pick<Line, 'application' | 'seq'>) => `${application}/${seq}`
