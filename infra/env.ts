import { join } from 'node:path'
import { z } from 'zod'
import { banks } from '../integrations/payment/payment.ts'

export const projectRoot = join(import.meta.dirname, '..')

const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
const port = z.coerce.number().int().min(0).max(65_535)

const bsreNeeds: ('BSRE_URL' | 'BSRE_USERNAME' | 'BSRE_PASSWORD' | 'BSRE_ROOTS' | 'BSRE_SEAL_CODE')[] = [
  'BSRE_URL',
  'BSRE_USERNAME',
  'BSRE_PASSWORD',
  'BSRE_ROOTS',
]

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: port.default(3000),
    /** Proxies in front of the API whose X-Forwarded-* headers are believed. */
    TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
    /** Limits on guessing and flooding, per process; off only where a gateway keeps them. */
    RATE_LIMITS: flag.default(true),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://'),
    TEMPORAL_ADDRESS: z.string().regex(/^[^/\s]+:\d+$/, 'must be host:port'),
    TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
    TASK_QUEUE: z.string().min(1).default('lontar'),
    /** Names the code a worker runs, so that cases can be moved from build to build (`npm run workers`). */
    WORKER_BUILD: z
      .string()
      .regex(/^[\w.-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, dashes or underscores')
      .optional(),
    LONTAR_HOME: z.string().min(1).default(join(projectRoot, '.lontar')),
    SMTP_URL: z.string().regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://'),
    MAIL_FROM: z.string().min(3).default('Lontar <no-reply@localhost>'),
    AUTH_SECRET: z.string().min(32, 'needs 32 characters or more'),
    SEAL_PASSPHRASE: z.string().min(12, 'needs 12 characters or more'),
    /** The payment gateway (Midtrans's Core API) and its server key; without them nothing can be paid here. */
    PAYMENT_URL: z.url({ protocol: /^https?$/ }).optional(),
    PAYMENT_SERVER_KEY: z.string().min(8, 'needs 8 characters or more').optional(),
    /** Bank of the virtual accounts. */
    PAYMENT_BANK: z.enum(banks).default('bri'),
    /** How long after its end a bill is watched for late money. */
    BILL_WATCH_DAYS: z.coerce.number().int().min(1).max(365).default(30),
    /** OSS RBA with its base path, and the key it knows us by. */
    OSS_URL: z.url({ protocol: /^https?$/ }).optional(),
    OSS_USER_KEY: z.string().min(8, 'needs 8 characters or more').optional(),
    /** The key that OSS shows when it tells of something. */
    OSS_WEBHOOK_KEY: z.string().min(16, 'needs 16 characters or more').optional(),
    /** Code of the licensing office as OSS knows it. */
    OSS_OFFICE: z.string().min(1).max(3).default('000'),
    /** Where people file in OSS. */
    OSS_SITE: z.url({ protocol: /^https?$/ }).default('https://oss.go.id'),
    /** The regency's own adapter of SIMBG, the key it knows us by, and the one it shows. */
    SIMBG_URL: z.url({ protocol: /^https?$/ }).optional(),
    SIMBG_KEY: z.string().min(8, 'needs 8 characters or more').optional(),
    SIMBG_WEBHOOK_KEY: z.string().min(16, 'needs 16 characters or more').optional(),
    /** Who signs: the house's own authority (samples only, refused in production) or BSrE, by the version of its service. */
    SIGNING: z.enum(['local-ca', 'bsre-v1', 'bsre-v2']).default('local-ca'),
    BSRE_URL: z.url({ protocol: /^https?$/ }).optional(),
    BSRE_USERNAME: z.string().min(1).optional(),
    BSRE_PASSWORD: z.string().min(1).optional(),
    /** The agency's seal, where the office has one: subscriber, and the code given out when it was activated. */
    BSRE_SEAL_SUBSCRIBER: z.string().min(1).optional(),
    BSRE_SEAL_CODE: z.string().min(1).optional(),
    /** File of PEM certificates above BSrE's signers, whose signatures count when a document is verified. */
    BSRE_ROOTS: z.string().min(1).optional(),
    REGENCY: z.string().min(1).optional(),
    DEMO: flag.default(false),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .refine((env) => !(env.DEMO && env.NODE_ENV === 'production'), {
    path: ['DEMO'],
    message: 'is refused when NODE_ENV=production',
  })
  .refine((env) => Boolean(env.PAYMENT_URL) === Boolean(env.PAYMENT_SERVER_KEY), {
    path: ['PAYMENT_SERVER_KEY'],
    message: 'belongs to PAYMENT_URL: give both or neither',
  })
  .check(({ value, issues }) => {
    for (const name of outsideNames) {
      const asked =
        value.NODE_ENV === 'production' || outsideNames.some((other) => sameSystem(name, other) && value[other])
      if (asked && value[name] === undefined)
        issues.push({ code: 'custom', path: [name], message: 'is missing', input: undefined, continue: true })
    }
  })
  .superRefine((env, context) => {
    if (env.SIGNING === 'local-ca') return
    const missing = bsreNeeds.filter((name) => env[name] === undefined)
    if (env.BSRE_SEAL_SUBSCRIBER && !env.BSRE_SEAL_CODE) missing.push('BSRE_SEAL_CODE')
    for (const name of missing) context.addIssue({ code: 'custom', path: [name], message: 'is missing' })
    if (env.NODE_ENV === 'production' && env.BSRE_URL && !env.BSRE_URL.startsWith('https:')) {
      context.addIssue({ code: 'custom', path: ['BSRE_URL'], message: 'must begin with https:// in production' })
    }
  })
  .transform((env) => ({
    ...env,
    PUBLIC_URL: (env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/\/$/, ''),
  }))

/** Whoever names one of a system names all of it; production names every system, so that no case waits for nothing. */
const outsideNames = [
  'OSS_URL',
  'OSS_USER_KEY',
  'OSS_WEBHOOK_KEY',
  'SIMBG_URL',
  'SIMBG_KEY',
  'SIMBG_WEBHOOK_KEY',
] as const
const sameSystem = (one: string, other: string) => one.split('_')[0] === other.split('_')[0]

export type Env = Readonly<z.output<typeof schema>>

/** What `readEnv` refuses: one line a variable, each beginning with the variable's name. Values are never quoted. */
export class EnvError extends Error {
  override name = 'EnvError'
}

/** Reads and checks the environment; an empty variable counts as absent. Throws `EnvError` naming every wrong one. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (result.success) return Object.freeze(result.data)
  const lines = result.error.issues.map((issue) => {
    const name = issue.path.join('.')
    return `${name}: ${given[name] === undefined ? 'is missing' : issue.message}`
  })
  throw new EnvError(`The environment is not complete:\n${lines.map((line) => `  ${line}`).join('\n')}`)
}
