import { findAuthUser } from '../../models/auth-user.ts'
import { rolesOf } from '../../models/authority/authority.ts'
import { abilityOf } from '../middleware/ability.ts'
import type { SignedIn } from '../request.ts'

/** Whoever asked for the job, with what they may do at this moment: an authority that has ended decides nothing any more. */
export async function actingPerson(account: string): Promise<SignedIn | null> {
  const [user, memberships] = await Promise.all([findAuthUser(account), rolesOf(account)])
  if (!user) return null
  return { account, name: user.name, email: user.email, memberships, ability: abilityOf(account, memberships) }
}
