/** Stands in for OSS in a demonstration: the documented calls, and a page to play it. */

import { readPack } from '../catalogue/pack/read-pack.ts'
import { runService } from '../infra/local/service.ts'
import { localPacks } from '../infra/local/settings.ts'
import { simulatorSettings } from '../infra/local/simulator-settings.ts'
import { ossSimulatorApp } from '../integrations/oss/simulator/app.ts'
import { OssSimulator } from '../integrations/oss/simulator/simulator.ts'
import { listen } from '../integrations/outside/simulator/listen.ts'

const settings = simulatorSettings()

await runService(async () => {
  const { regency } = await readPack(localPacks()[0] ?? '')
  const oss = new OssSimulator({
    userKey: settings.SIMULATOR_KEY,
    webhook: { url: settings.SIMULATOR_WEBHOOK, key: settings.SIMULATOR_WEBHOOK_KEY },
    path: settings.SIMULATOR_FILE,
    region: regency.region.replaceAll('.', '').padEnd(10, '0'),
  })
  const { close } = await listen(ossSimulatorApp(oss), settings.SIMULATOR_PORT)
  return { stop: close }
})
