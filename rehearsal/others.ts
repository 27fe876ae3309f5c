import { randomUUID } from 'node:crypto'
import { ossSimulatorApp } from '../integrations/oss/simulator/app.ts'
import { OssSimulator } from '../integrations/oss/simulator/simulator.ts'
import { listen } from '../integrations/outside/simulator/listen.ts'
import { type Simulator, startSimulator } from '../integrations/payment/simulator/simulator.ts'
import { simbgSimulatorApp } from '../integrations/simbg/simulator/app.ts'
import { SimbgSimulator } from '../integrations/simbg/simulator/simulator.ts'

/** A webhook that nobody listens to: a rehearsal is told by whoever plays the other side. */
const nowhere = 'http://127.0.0.1:1/'

/** Who plays the gateway and the outside systems, over real HTTP on this machine. */
export type Others = {
  gateway: Simulator
  oss: OssSimulator
  simbg: SimbgSimulator
  /** How they are reached, as environment variables. */
  variables: Record<string, string>
  /** The gateway's clock goes with the played case's, UTC epoch ms. */
  setClock(at: number): void
  close(): Promise<void>
}

/** What OSS calls the region, which no case looks at. */
const region = '0000000000'

export async function openOthers(): Promise<Others> {
  const [serverKey, userKey, key, webhookKey] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  let now = Date.now()
  const gateway = await startSimulator({ serverKey, notifyUrl: null, now: () => now })
  const webhook = { url: nowhere, key: webhookKey }
  const oss = new OssSimulator({ userKey, webhook, region })
  const simbg = new SimbgSimulator({ key, webhook })
  const ossSide = await listen(ossSimulatorApp(oss), 0)
  const simbgSide = await listen(simbgSimulatorApp(simbg), 0)
  return {
    ...{ gateway, oss, simbg },
    variables: {
      PAYMENT_URL: gateway.url,
      PAYMENT_SERVER_KEY: serverKey,
      OSS_URL: `${ossSide.url}/v1/kl/rba`,
      OSS_USER_KEY: userKey,
      OSS_WEBHOOK_KEY: webhookKey,
      SIMBG_URL: simbgSide.url,
      SIMBG_KEY: key,
      SIMBG_WEBHOOK_KEY: webhookKey,
    },
    setClock: (at) => {
      now = at
    },
    async close() {
      await Promise.all([gateway.close(), ossSide.close(), simbgSide.close()])
    },
  }
}
