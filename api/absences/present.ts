import type { AbsenceRow } from '../../contracts/absences.ts'
import { stateAt } from '../../domain/authority/span.ts'
import { namesOf } from '../../models/auth-user.ts'
import type { AbsenceRecord } from '../../models/authority/absence.ts'
import { toSpan } from '../../models/authority/span.ts'
import { officeName } from '../mandates/offices.ts'
import { allows } from '../middleware/ability.ts'
import type { SignedIn } from '../request.ts'

/** Absences as their list shows them, in the order given, as of `now` (UTC epoch ms). */
export async function presentAbsences(
  records: AbsenceRecord[],
  person: SignedIn | null,
  now: number,
): Promise<AbsenceRow[]> {
  const names = await namesOf(records.flatMap(({ account, by, ended }) => [account, by, ...(ended ? [ended.by] : [])]))
  const named = (id: string) => ({ id, name: names.get(id) ?? id })
  return Promise.all(
    records.map(async (record) => {
      const { agencies, villages, ended } = record
      const state = stateAt(toSpan(record), now)
      const offices = [
        ...agencies.map((agency) => officeName({ agency, village: null })),
        ...villages.map((village) => officeName({ agency: null, village })),
      ]
      return {
        id: record._id,
        person: named(record.account),
        offices: await Promise.all(offices),
        from: record.from.toISOString(),
        until: record.until.toISOString(),
        reason: record.reason,
        state,
        recordedBy: named(record.by),
        ended: ended && { at: ended.at.toISOString(), by: named(ended.by) },
        actions: state !== 'past' && allows(person, 'end', 'absence', record) ? (['end'] as const) : [],
      } satisfies AbsenceRow
    }),
  )
}
