import { createMongoAbility, type MongoAbility } from '@casl/ability'
import { type PackRule, unpackRules } from '@casl/ability/extra'
import type { Me } from '../../../contracts/me.ts'
import { call } from './http.ts'

export type Self = { me: Me; ability: MongoAbility }

let asked: Promise<Self> | null = null

/** Who is signed in, asked for once; `forgetSelf` after signing in or out. */
export function self(): Promise<Self> {
  asked ??= call<Me>('/api/me').then(({ data: me }) => ({ me, ability: abilityOf(me) }))
  asked.catch(forgetSelf)
  return asked
}

export function forgetSelf(): void {
  asked = null
}

/** The API's packed CASL rules: for hiding what would be refused, never for trusting. */
export function abilityOf(me: Pick<Me, 'abilities'>): MongoAbility {
  return createMongoAbility(unpackRules(me.abilities as PackRule<never>[]))
}
