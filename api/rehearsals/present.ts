import type { Rehearsal, RehearsalRow } from '../../contracts/rehearsals.ts'
import { namesOf } from '../../models/auth-user.ts'
import type { RehearsalRecord } from '../../models/rehearsal/rehearsal.ts'
import type { Language } from '../request.ts'

/** Rows as they are listed. One whose player has fallen silent waits for the next. */
export async function presentRows(rows: readonly RehearsalRecord[], now: Date): Promise<RehearsalRow[]> {
  const names = await namesOf([...new Set(rows.map(({ by }) => by))])
  return rows.map((row) => {
    const { _id: id, service, source, behaviour, day, by, at, endedAt, playedUntil, failure, story } = row
    const isPlayed = row.lease !== null && row.lease.until > now
    return {
      ...{ id, service, source, behaviour, day, failure },
      state: row.state === 'running' && !isPlayed ? 'waiting' : row.state,
      by: { id: by, name: names.get(by) ?? by },
      at: at.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      playedUntil: playedUntil?.toISOString() ?? null,
      outcome: story?.id.outcome ?? null,
    }
  })
}

export async function presentRehearsal(row: RehearsalRecord, language: Language, now: Date): Promise<Rehearsal> {
  const [shown] = await presentRows([row], now)
  if (!shown) throw new Error('one row presents as one')
  return { ...shown, story: row.story?.[language] ?? null }
}
