import { type Asked, type Authority, authorityAt, type Seat } from '../../domain/authority/authority-at.ts'
import type { Mandate } from '../../domain/authority/mandate.ts'
import type { HeldRole } from '../../domain/policy/index.ts'
import { heldRole, Membership, type MembershipRecord, membershipsOf } from '../membership.ts'
import { MandateModel, type MandateRecord } from './mandate.ts'
import { spanInForce, toSpan } from './span.ts'

type KeptSeat = Seat & { record: MembershipRecord }
type KeptMandate = Mandate & { record: MandateRecord }
export type KeptAuthority = Authority<KeptSeat, KeptMandate>

/** Everything somebody may act as at an instant: roles of their own, and those they stand in for while they have one. */
export async function rolesOf(account: string, at: Date = new Date()): Promise<HeldRole[]> {
  const [own, mandates] = await Promise.all([membershipsOf(account, at), mandatesOf(account, at)])
  return own.length === 0 ? [] : [...own.map(heldRole), ...mandates.map(mandatedRole)]
}

/** Mandates that somebody holds at an instant, the one that ends first first. */
export async function mandatesOf(holder: string, at: Date = new Date()): Promise<MandateRecord[]> {
  return MandateModel.find({ holder, ...spanInForce(at) })
    .sort({ until: 1, _id: 1 })
    .lean<MandateRecord[]>()
}

/** The mandate by which somebody last stood in at a desk, where it is over. */
export async function endedMandateAt(
  holder: string,
  { role, agency, village }: Pick<MandateRecord, 'role' | 'agency' | 'village'>,
  now: Date = new Date(),
): Promise<MandateRecord | null> {
  const over = { $or: [{ until: { $lte: now } }, { 'ended.at': { $lte: now } }] }
  return MandateModel.findOne({ holder, role, agency, village, from: { $lte: now }, ...over })
    .sort({ until: -1 })
    .lean<MandateRecord>()
}

export const mandatedRole = ({ _id, role, agency, village, servicePoint, scope }: MandateRecord): HeldRole => ({
  role,
  agency,
  village,
  servicePoint,
  mandate: { id: _id, ...scope },
})

/**
 * By what the person may do this at this instant (UTC epoch ms), as the office keeps it.
 * @throws NoAuthority
 */
export async function requireAuthority(account: string, asked: Asked, at: number): Promise<KeptAuthority> {
  const { roles, office } = asked
  const here = { role: { $in: [...roles] }, $or: [{ agency: office }, { agency: null, village: office }] }
  const [seats, mandates] = await Promise.all([
    Membership.find({ account }).sort({ from: 1, _id: 1 }).lean<MembershipRecord[]>(),
    MandateModel.find({ holder: account, ...here })
      .sort({ from: 1, _id: 1 })
      .lean<MandateRecord[]>(),
  ])
  return authorityAt({ seats: seats.map(toSeat), mandates: mandates.map(toMandate) }, asked, at)
}

function toSeat(record: MembershipRecord): KeptSeat {
  const { role, agency, village, from, until } = record
  return { role, agency, village, from: from.getTime(), until: until?.getTime() ?? null, record }
}

export function toMandate(record: MandateRecord): KeptMandate {
  const { _id: id, kind, holder, for: official, role, agency, village, scope } = record
  return { ...toSpan(record), id, kind, holder, for: official, role, agency, village, scope, record }
}
