import type { DemoPerson } from '../../catalogue/schema/people.ts'
import { keepDemoPeople } from '../../models/demo-person.ts'
import { ensureMemberships } from '../../models/membership.ts'
import { changeProfile, profileOf } from '../../models/person-profile.ts'
import type { Auth } from '../auth/auth.ts'

/** Everybody's, and said on the sign-in page: these accounts are refused in production. */
export const demoPassword = 'lontar-demo'

/**
 * Makes the pack's demo people able to sign in, with their roles in force; run again it changes nothing. Within the
 * regency's context. A profile that somebody has changed since stays as it is.
 */
export async function ensureDemoPeople(auth: Auth, people: readonly DemoPerson[]): Promise<void> {
  // The same for everybody: a hash is made to cost, and these accounts are refused in production.
  const { password } = await auth.$context
  const hash = await password.hash(demoPassword)
  const known = []
  for (const [place, person] of people.entries()) {
    const account = await ensureAccount(auth, person, hash)
    const { email, name, title, home } = person
    await ensureMemberships(
      account,
      person.memberships.map((held) => ({
        role: held.role,
        agency: held.agency ?? null,
        village: held.village ?? null,
        servicePoint: held.servicePoint ?? null,
        position: person.position ?? null,
        rank: person.rank ?? null,
        nip: person.nip ?? null,
      })),
    )
    await ensureProfile(account, person)
    known.push({ account, email, name, title, home, place })
  }
  await keepDemoPeople(known)
}

async function ensureAccount(auth: Auth, { email, name }: DemoPerson, hash: string): Promise<string> {
  const { internalAdapter } = await auth.$context
  const found = await internalAdapter.findUserByEmail(email)
  if (found) {
    const { id } = found.user
    if (Reflect.get(found.user, 'demo') === true) return id
    await internalAdapter.updateUser(id, { demo: true })
    await internalAdapter.updatePassword(id, hash)
    return id
  }
  const user = await internalAdapter.createUser(
    { email, name, emailVerified: true, demo: true },
    { method: 'email-password' },
  )
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: hash,
  })
  return user.id
}

async function ensureProfile(account: string, { name, nik, phone, village }: DemoPerson): Promise<void> {
  if (await profileOf(account)) return
  await changeProfile(account, { name, nik: nik ?? null, phone: phone ?? null, village: village ?? null })
}
