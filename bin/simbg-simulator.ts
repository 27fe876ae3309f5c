/** Stands in for a regency's adapter of SIMBG in a demonstration, with a page to play it. */

import { runService } from '../infra/local/service.ts'
import { simulatorSettings } from '../infra/local/simulator-settings.ts'
import { listen } from '../integrations/outside/simulator/listen.ts'
import { simbgSimulatorApp } from '../integrations/simbg/simulator/app.ts'
import { SimbgSimulator } from '../integrations/simbg/simulator/simulator.ts'

const settings = simulatorSettings()

await runService(async () => {
  const simbg = new SimbgSimulator({
    key: settings.SIMULATOR_KEY,
    webhook: { url: settings.SIMULATOR_WEBHOOK, key: settings.SIMULATOR_WEBHOOK_KEY },
    path: settings.SIMULATOR_FILE,
  })
  const { close } = await listen(simbgSimulatorApp(simbg), settings.SIMULATOR_PORT)
  return { stop: close }
})
