import mongoose, { type Model, Schema } from 'mongoose'
import type { HeldRole } from '../domain/policy/index.ts'
import type { Role } from '../domain/service.ts'
import { type Tenanted, tenantScoped } from './tenancy.ts'

/** A role somebody holds in this regency, for a jurisdiction and a time; ended, never deleted. */
export type MembershipRecord = Tenanted<{
  account: string
  role: Role
  agency: string | null
  village: string | null
  servicePoint: string | null
  /** As it stands under a signature. */
  position: string | null
  rank: string | null
  nip: string | null
  from: Date
  /** First instant it no longer holds; null while it is open. */
  until: Date | null
}>

const schema = new Schema<MembershipRecord>(
  {
    account: { type: String, required: true, immutable: true },
    role: { type: String, required: true, immutable: true },
    agency: { type: String, default: null },
    village: { type: String, default: null },
    servicePoint: { type: String, default: null },
    position: { type: String, default: null },
    rank: { type: String, default: null },
    nip: { type: String, default: null },
    from: { type: Date, required: true },
    until: { type: Date, default: null },
  },
  { collection: 'memberships', versionKey: false, strict: 'throw' },
).plugin(tenantScoped)

export const Membership: Model<MembershipRecord> = mongoose.model<MembershipRecord>('Membership', schema)

/** Filter of what is in force at an instant. */
export const inForce = (at: Date) => ({ from: { $lte: at }, $or: [{ until: null }, { until: { $gt: at } }] })

/** The roles a person holds at an instant; to be asked again whenever it matters, for they end. */
export async function membershipsOf(account: string, at: Date = new Date()): Promise<MembershipRecord[]> {
  return Membership.find({ account, ...inForce(at) })
    .sort({ from: 1, _id: 1 })
    .lean<MembershipRecord[]>()
}

/** Accounts that hold one of the roles at a desk now: whom a task can be given to. */
export async function holdersOf(
  desk: { roles: Role[]; agency: string | null; village: string | null },
  at: Date = new Date(),
): Promise<MembershipRecord[]> {
  const { roles, agency, village } = desk
  if (agency === null && village === null) return []
  return Membership.find({ role: { $in: roles }, agency, village, ...inForce(at) })
    .sort({ account: 1 })
    .lean<MembershipRecord[]>()
}

export const heldRole = ({ role, agency, village, servicePoint }: MembershipRecord): HeldRole => ({
  role,
  agency,
  village,
  servicePoint,
})

/** Opens what is not in force yet and ends what is no longer meant; what stays is left alone. */
export async function ensureMemberships(
  account: string,
  meant: readonly Omit<MembershipRecord, 'regency' | 'account' | 'from' | 'until'>[],
  at: Date = new Date(),
): Promise<void> {
  const held = await Membership.find({ account, ...inForce(at) })
  const surplus = held.filter((one) => !meant.some((wanted) => isSame(one, wanted)))
  for (const membership of surplus) await membership.set({ until: at }).save()
  const missing = meant.filter((wanted) => !held.some((one) => isSame(one, wanted)))
  if (missing.length > 0) await Membership.create(missing.map((wanted) => ({ ...wanted, account, from: at })))
}

const facts = ['role', 'agency', 'village', 'servicePoint', 'position', 'rank', 'nip'] as const
type Facts = Pick<MembershipRecord, (typeof facts)[number]>
const isSame = (one: Facts, other: Facts) => facts.every((fact) => one[fact] === other[fact])
