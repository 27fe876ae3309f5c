/** Plays the rehearsals that catalogue editors ask for, one at a time, each in a process and on servers of its own. */
import { z } from 'zod'
import { runService } from '../infra/local/service.ts'
import { createLogger } from '../infra/logger.ts'
import { connectMongo, disconnectMongo } from '../infra/mongo.ts'
import { startRehearser } from '../rehearsal/rehearser/rehearser.ts'

const settings = z
  .object({
    MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://'),
    /** A rehearsal that takes longer is ended. */
    REHEARSAL_SECONDS: z.coerce.number().int().min(10).max(3_600).default(300),
    LOG_LEVEL: z.string().default('info'),
  })
  .parse(process.env)

await runService(async () => {
  const log = createLogger('rehearser', settings.LOG_LEVEL)
  await connectMongo(settings.MONGODB_URI)
  const rehearser = await startRehearser({ log, limitMs: settings.REHEARSAL_SECONDS * 1_000 })
  return {
    async stop() {
      await rehearser.stop()
      await disconnectMongo()
    },
  }
})
