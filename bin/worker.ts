/** Runs cases, sends messages and sweeps, until it is told to end. */
import { startWorker } from '../engine/start-worker.ts'
import { readEnv } from '../infra/env.ts'
import { runService } from '../infra/local/service.ts'

await runService(() => startWorker(readEnv()))
