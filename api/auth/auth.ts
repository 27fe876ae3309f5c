import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { bearer } from 'better-auth/plugins/bearer'
import type { Logger } from 'pino'
import type { Env } from '../../infra/env.ts'
import { type AuthDatabase, authCollections, authDatabase } from '../../models/auth-database.ts'
import { findAuthUser } from '../../models/auth-user.ts'
import { unavailable } from '../errors/problems.ts'

export const minPasswordLength = 8
export const maxPasswordLength = 128

/** Header in which the API tells the sign-in the caller's address, as Express's proxy setting understood it. */
export const clientAddressHeader = 'x-lontar-client-address'

type AuthEnv = Pick<Env, 'AUTH_SECRET' | 'PUBLIC_URL' | 'NODE_ENV'>

/** Who somebody is, proved by password and kept in sessions (cookie or bearer token). What they may do is not its matter. */
function createAuth(env: AuthEnv, database: AuthDatabase, log: Logger) {
  return betterAuth({
    appName: 'Lontar',
    secret: env.AUTH_SECRET,
    baseURL: env.PUBLIC_URL,
    basePath: '/api/auth',
    database,
    // A portal is reached under more than one name; a page of the same host may always ask.
    trustedOrigins: (request) => (request ? [env.PUBLIC_URL, new URL(request.url).origin] : [env.PUBLIC_URL]),
    emailAndPassword: { enabled: true, minPasswordLength, maxPasswordLength },
    user: {
      modelName: authCollections.user,
      additionalFields: { demo: { type: 'boolean', required: false, input: false } },
    },
    session: { modelName: authCollections.session, expiresIn: 7 * 86_400, updateAge: 86_400 },
    account: { modelName: authCollections.account },
    verification: { modelName: authCollections.verification },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            if (env.NODE_ENV !== 'production') return
            const user = await findAuthUser(userId)
            if (user?.demo) throw new APIError('FORBIDDEN', { code: 'DEMO_ACCOUNT', message: 'Demo account' })
          },
        },
      },
    },
    advanced: {
      // Said, because better-auth would not check where NODE_ENV=test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: env.PUBLIC_URL.startsWith('https:'),
      cookiePrefix: 'lontar',
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    // What is not a refusal is thrown on, so that MongoDB away is told like everywhere else.
    onAPIError: { throw: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { log: (level, message) => log[level]({ auth: message.slice(0, 200) }, 'sign-in') },
    plugins: [bearer()],
  })
}

export type Auth = ReturnType<typeof createAuth>

/** Makes the sign-in when MongoDB has been reached; until then every call answers with the 503 problem. */
export function lazyAuth(env: AuthEnv, log: Logger): () => Auth {
  let auth: Auth | undefined
  return () => {
    if (auth) return auth
    const database = authDatabase()
    if (!database) throw unavailable()
    auth = createAuth(env, database, log)
    return auth
  }
}
