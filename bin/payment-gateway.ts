/** Stands in for a payment gateway on this machine: `GATEWAY_PORT`, `GATEWAY_KEY`, `GATEWAY_NOTIFY`, `GATEWAY_FILE`. */
import { z } from 'zod'
import { runService } from '../infra/local/service.ts'
import { playing } from '../infra/local/simulator-settings.ts'
import { startSimulator } from '../integrations/payment/simulator/simulator.ts'

const settings = z
  .object({
    GATEWAY_PORT: z.coerce.number().int().min(1).max(65_535),
    GATEWAY_KEY: z.string().min(8),
    GATEWAY_NOTIFY: z.url(),
    GATEWAY_FILE: z.string().min(1),
    NODE_ENV: playing,
  })
  .parse(process.env)

await runService(async () => {
  const simulator = await startSimulator({
    port: settings.GATEWAY_PORT,
    serverKey: settings.GATEWAY_KEY,
    notifyUrl: settings.GATEWAY_NOTIFY,
    file: settings.GATEWAY_FILE,
  })
  return { stop: () => simulator.close() }
})
