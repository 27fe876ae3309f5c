/** Serves the API and the built screens, until it is told to end. */
import { startApi } from '../api/server.ts'
import { readEnv } from '../infra/env.ts'
import { runService } from '../infra/local/service.ts'

await runService(() => startApi(readEnv()))
