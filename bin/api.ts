/** Serves the API and the built screens, and signs what signers ask of this process, until it is told to end. */
import { startApi } from '../api/server.ts'
import { openSigningOffice } from '../engine/signing-office.ts'
import { readEnv } from '../infra/env.ts'
import { runService } from '../infra/local/service.ts'
import { createLogger } from '../infra/logger.ts'

const env = readEnv()
const log = createLogger('api', env.LOG_LEVEL)

await runService(async () => {
  const signing = await openSigningOffice(env, log)
  const api = await startApi(env, { log, signing })
  return {
    async stop() {
      await api.stop()
      await signing.stop()
    },
  }
})
