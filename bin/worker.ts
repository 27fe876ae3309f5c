/** Runs cases, sends messages and sweeps, until it is told to end. */
import { startWorker } from '../activities/start-worker.ts'
import { readEnv } from '../infra/env.ts'
import { createLogger } from '../infra/logger.ts'

const env = readEnv()
const log = createLogger('worker', env.LOG_LEVEL)
const worker = await startWorker(env, log)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void worker.stop())
try {
  await worker.done
} catch (error) {
  log.fatal({ error }, 'the worker failed')
  process.exitCode = 1
}
