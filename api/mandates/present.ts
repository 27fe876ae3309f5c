import type { MandateRow } from '../../contracts/mandates.ts'
import type { Me } from '../../contracts/me.ts'
import { positionUnder, withheldBy } from '../../domain/authority/mandate.ts'
import { stateAt } from '../../domain/authority/span.ts'
import { namesOf } from '../../models/auth-user.ts'
import type { MandateRecord } from '../../models/authority/mandate.ts'
import { toSpan } from '../../models/authority/span.ts'
import { allows } from '../middleware/ability.ts'
import type { SignedIn } from '../request.ts'
import { officeName } from './offices.ts'

/** Mandates as their list shows them, in the order given, as of `now` (UTC epoch ms). */
export async function presentMandates(
  records: MandateRecord[],
  person: SignedIn | null,
  now: number,
): Promise<MandateRow[]> {
  const people = records.flatMap(({ holder, for: official, givenBy, ended }) => [
    ...[holder, givenBy],
    ...[official, ended?.by ?? null].filter((id) => id !== null),
  ])
  const names = await namesOf(people)
  const named = (id: string) => ({ id, name: names.get(id) ?? id })
  return Promise.all(
    records.map(async (record) => {
      const { kind, holder, for: official, role, agency, village, scope, letter, ended } = record
      const state = stateAt(toSpan(record), now)
      return {
        id: record._id,
        kind,
        holder: named(holder),
        for: official === null ? null : named(official),
        role,
        agency,
        village,
        office: await officeName(record),
        position: positionUnder(kind, record.position),
        from: record.from.toISOString(),
        until: record.until.toISOString(),
        letter,
        services: scope.services,
        withheld: withheldBy(scope),
        state,
        givenBy: named(record.givenBy),
        givenAt: record.givenAt.toISOString(),
        ended: ended && { at: ended.at.toISOString(), by: named(ended.by), reason: ended.reason },
        actions: state !== 'past' && allows(person, 'end', 'mandate', record) ? (['end'] as const) : [],
      } satisfies MandateRow
    }),
  )
}

export function presentMyMandate({ _id, kind, position, until, letter }: MandateRecord): Me['mandates'][number] {
  return { id: _id, kind, position: positionUnder(kind, position), until: until.toISOString(), letter }
}
