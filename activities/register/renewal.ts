import { inRegency } from '../../models/tenancy.ts'
import type { RenewalRequest } from '../../workflows/register/activities.ts'
import type { CaseDeps } from '../deps.ts'

/** Tells the licence that was renewed that another has taken its place; heard once, however often it is said. */
export function renewalTeller({ licences }: CaseDeps): (request: RenewalRequest) => Promise<void> {
  return ({ regency, entry, renewal }) =>
    inRegency(regency, async () => {
      if (!licences) throw new Error('this process cannot speak to licences')
      await licences.renewed(entry, renewal)
    })
}
