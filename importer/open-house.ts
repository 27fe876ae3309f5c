import { caseDeps, caseEngine } from '../engine/case-deps.ts'
import type { Env } from '../infra/env.ts'
import type { Logger } from '../infra/logger.ts'
import { connectMongo, disconnectMongo } from '../infra/mongo.ts'
import { connectTemporal } from '../infra/temporal.ts'
import { accountsByEmail } from '../models/accounts-by-email.ts'
import { calendarOf, openServices, regencyFacts, servicePoints } from '../models/catalogue/catalogue.ts'
import type { ImportHouse } from './house.ts'
import type { WorldSource } from './world.ts'

/** The regency's published data and people, as rows are checked against them. */
export const publishedWorld: WorldSource = {
  regency: regencyFacts,
  services: openServices,
  calendar: calendarOf,
  points: servicePoints,
  accounts: accountsByEmail,
}

/** Connects to the servers of the environment. The caller closes. */
export async function openHouse(
  env: Env,
  log: Logger,
  accepting: ImportHouse['accepting'],
): Promise<{ of(regency: string): ImportHouse; close(): Promise<void> }> {
  await connectMongo(env.MONGODB_URI)
  const temporal = connectTemporal(env)
  const deps = await caseDeps(env, log)
  const engine = caseEngine(env, temporal.client)
  return {
    of: (regency) => ({ regency, deps, engine, source: publishedWorld, accepting }),
    async close() {
      await Promise.allSettled([temporal.close(), disconnectMongo()])
    },
  }
}
