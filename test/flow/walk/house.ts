import { randomUUID } from 'node:crypto'
import { ensureDemoPeople } from '../../../api/demo/seed-people.ts'
import { caseDeps } from '../../../engine/case-deps.ts'
import { enrolSigners } from '../../../engine/enrol-signers.ts'
import { every } from '../../../engine/every.ts'
import { tellAmended } from '../../../engine/register/tell-amended.ts'
import { startWaiting } from '../../../engine/sweeper.ts'
import { startSimulator } from '../../../integrations/payment/simulator/simulator.ts'
import { accountsByEmail } from '../../../models/accounts-by-email.ts'
import { regency } from '../../api/api-house.ts'
import { openCaseApiHouse, passphrase } from '../../api/case-api-house.ts'
import { simulatedOss, simulatedSimbg, webhookKey } from '../../integrations/outside/simulated.ts'
import { everybody, more } from './people.ts'

const serverKey = `SB-Mid-server-${randomUUID()}`

export type WalkHouse = Awaited<ReturnType<typeof openWalkHouse>>

/**
 * The API, its worker and signing office, the gateway, OSS and SIMBG, and everybody whom the pack's services need.
 * `worker: false` leaves the cases to a worker of the caller's.
 */
export async function openWalkHouse(options: { worker?: boolean } = {}) {
  const [oss, simbg] = [await simulatedOss(), await simulatedSimbg()]
  const gateway = await startSimulator({ serverKey, notifyUrl: null })
  const house = await openCaseApiHouse({
    ...options,
    env: {
      PAYMENT_URL: gateway.url,
      PAYMENT_SERVER_KEY: serverKey,
      OSS_URL: oss.settings.url,
      OSS_USER_KEY: oss.settings.userKey,
      OSS_WEBHOOK_KEY: webhookKey,
      SIMBG_URL: simbg.settings.url,
      SIMBG_KEY: simbg.settings.key,
      SIMBG_WEBHOOK_KEY: webhookKey,
    },
  })
  gateway.notifyAt(`${house.url}/api/payments/notifications`)
  oss.oss.options.webhook.url = `${house.url}/api/outside/oss/receiveNIB`
  simbg.simbg.options.webhook = { url: `${house.url}/api/outside/simbg/news`, key: webhookKey }
  const { deps } = house.api
  await house.inside(async () => {
    await ensureDemoPeople(deps.auth(), more)
    await enrolSigners(house.env, regency, passphrase)
  })
  await Promise.all(everybody.map(house.as))
  const emails = everybody.map((name) => `${name}@demo.test`)
  const accounts = await accountsByEmail(emails)
  const { engine } = deps.cases
  const sweeping = every('starting accepted applications', 1_000, () => startWaiting(engine, deps.log), deps.log)

  return {
    ...house,
    engine,
    gateway,
    oss: oss.oss,
    simbg: simbg.simbg,
    accountOf(name: string): string {
      const account = accounts.get(`${name}@demo.test`)
      if (!account) throw new RangeError(`${name} has no account`)
      return account
    },
    nameOf(account: string): string {
      const name = everybody.find((each) => accounts.get(`${each}@demo.test`) === account)
      if (!name) throw new RangeError('an account of nobody')
      return name
    },
    tellAmended: () => tellAmended(engine, deps.log),
    caseDeps: () => caseDeps(house.env, deps.log),
    async close() {
      await sweeping.stop()
      await house.close()
      await Promise.all([oss.close(), simbg.close(), gateway.close()])
    },
  }
}
