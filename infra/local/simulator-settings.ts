import { z } from 'zod'

/** `NODE_ENV` of whatever only plays another's part. */
export const playing = z.enum(['development', 'test'], 'a simulator has no place in production').default('development')

/** What the simulators of a demonstration are told. Throws naming what is missing. */
export const simulatorSettings = (source: Record<string, string | undefined> = process.env) =>
  z
    .object({
      SIMULATOR_PORT: z.coerce.number().int().min(1).max(65_535),
      SIMULATOR_KEY: z.string().min(8),
      SIMULATOR_WEBHOOK: z.url(),
      SIMULATOR_WEBHOOK_KEY: z.string().min(16),
      SIMULATOR_FILE: z.string().min(1),
      NODE_ENV: playing,
    })
    .parse(source)
