import type { Desk } from '../../domain/authority/hand-over.ts'
import { coversTask } from '../../domain/authority/mandate.ts'
import type { TaskRecord } from '../case/task.ts'
import { inForce, Membership, type MembershipRecord } from '../membership.ts'
import { AbsenceModel } from './absence.ts'
import { MandateModel, type MandateRecord } from './mandate.ts'
import { spanInForce } from './span.ts'

/** Who holds what, stands in for whom (officers alone) and is away in the regency at one instant. */
export type Presence = { seats: MembershipRecord[]; mandates: MandateRecord[]; away: Set<string> }

export async function presenceAt(at: Date): Promise<Presence> {
  const [seats, mandates, away] = await Promise.all([
    Membership.find(inForce(at)).sort({ account: 1 }).lean<MembershipRecord[]>(),
    MandateModel.find(spanInForce(at)).sort({ from: 1 }).lean<MandateRecord[]>(),
    AbsenceModel.distinct('account', spanInForce(at)),
  ])
  const officers = new Set(seats.map(({ account }) => account))
  return { seats, mandates: mandates.filter(({ holder }) => officers.has(holder)), away: new Set(away) }
}

type Place = Pick<TaskRecord, 'agency' | 'village'>
export type DeskOfTask = Place & Pick<TaskRecord, 'role' | 'roles' | 'service' | 'kind'>

/** The presence as one task's desk sees it. */
export function deskAt({ seats, mandates, away }: Presence, task: DeskOfTask): Desk {
  const sitting = seats.filter((seat) => task.roles.includes(seat.role) && isPlace(seat, task))
  const standing = mandates.filter(
    ({ role, scope, ...place }) =>
      task.roles.includes(role) &&
      isPlace(place, task) &&
      (scope.services === null || scope.services.includes(task.service)),
  )
  const own = [...new Set(sitting.filter(({ role }) => role === task.role).map(({ account }) => account))]
  return {
    holds: (account) =>
      sitting.some((seat) => seat.account === account) || standing.some(({ holder }) => holder === account),
    isAway: (account) => away.has(account),
    present: own.filter((account) => !away.has(account)),
    away: own.filter((account) => away.has(account)),
    standInFor: (official) =>
      standing.find(
        ({ for: absent, holder, scope }) => absent === official && !away.has(holder) && coversTask(scope, task),
      )?.holder ?? null,
  }
}

function isPlace(one: Place, other: Place): boolean {
  return other.agency === null ? one.agency === null && one.village === other.village : one.agency === other.agency
}
