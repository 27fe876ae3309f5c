import { grants } from './grants.ts'
import { jurisdiction } from './jurisdiction.ts'
import { limitedTo, withholds } from './under-mandate.ts'
import type { HeldRole, PolicyRule } from './vocabulary.ts'

const citizen: HeldRole = { role: 'citizen', agency: null, village: null, servicePoint: null }

/** Everything a signed-in person may do, from the roles they hold today. Rules only add up; nothing takes away. */
export function rulesFor(account: string, heldRoles: readonly HeldRole[]): PolicyRule[] {
  const all = [citizen, ...heldRoles.filter((held) => held.role !== 'citizen')]
  return all.flatMap((held) =>
    grants
      .filter((grant) => grant.role === held.role)
      .flatMap((grant) =>
        jurisdiction(grant.on, grant.within, { account, held }).flatMap((reach) =>
          grant.may
            .filter((action) => !withholds(held, grant.on, action))
            .map((action) => {
              const conditions = { ...reach, ...limitedTo(held, grant.on, action) }
              return { action, subject: grant.on, ...(Object.keys(conditions).length > 0 ? { conditions } : {}) }
            }),
        ),
      ),
  )
}
