import type { Env } from '../infra/env.ts'
import { namesOf } from '../models/auth-user.ts'
import { officeOf } from '../models/catalogue/catalogue.ts'
import { Membership } from '../models/membership.ts'
import { localCaOf } from './signing-provider.ts'

/** Roles that sign, and those who usually stand in for them. */
const signing = ['signer', 'village-head', 'technical', 'section-head', 'village-operator'] as const

/** Gives everybody who signs a key of the local authority, under one passphrase. For demonstrations; keys that are there stay. */
export async function enrolSigners(env: Env, regency: string, passphrase: string): Promise<void> {
  const authority = localCaOf(env, regency)
  const signers = await Membership.find({ role: { $in: [...signing] } }).lean()
  const names = await namesOf(signers.map(({ account }) => account))
  for (const { account, agency, village } of signers) {
    const name = names.get(account)
    const office = agency ?? village
    if (!name || !office) continue
    await authority.enrol({ id: `${regency}/${account}`, name, agency: (await officeOf(office)).name }, passphrase)
  }
}
