import { startSimulator } from '../../integrations/payment/simulator/simulator.ts'
import { simulatedSimbg, webhookKey } from '../integrations/outside/simulated.ts'

const serverKey = 'SB-Mid-server-faults'

export type Neighbours = Awaited<ReturnType<typeof openNeighbours>>

/** The gateway and SIMBG, which live on whatever is killed here; `more` is what the house has to know of them. */
export async function openNeighbours() {
  const gateway = await startSimulator({ serverKey, notifyUrl: null })
  const { simbg, settings, close } = await simulatedSimbg()
  return {
    gateway,
    simbg,
    more: {
      PAYMENT_URL: gateway.url,
      PAYMENT_SERVER_KEY: serverKey,
      SIMBG_URL: settings.url,
      SIMBG_KEY: settings.key,
      SIMBG_WEBHOOK_KEY: webhookKey,
    },
    /** From now on they tell what they have to tell there. */
    tellAt(url: string): void {
      gateway.notifyAt(`${url}/api/payments/notifications`)
      simbg.options.webhook = { url: `${url}/api/outside/simbg/news`, key: webhookKey }
    },
    async close() {
      await Promise.all([gateway.close(), close()])
    },
  }
}
