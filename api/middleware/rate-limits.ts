import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { sendProblem } from '../errors/error-handler.ts'
import { tooManyRequests } from '../errors/problems.ts'

type Limit = { windowMs: number; limit: number }

const minute = 60_000

/** How often one person or address may do what can be abused, in each API process. */
export const usualLimits = {
  /** Wrong passwords for one address of a person. */
  signIn: { windowMs: 15 * minute, limit: 10 },
  /** Attempts from one network address, which a whole village office may share. */
  signInFrom: { windowMs: minute, limit: 60 },
  signUp: { windowMs: 60 * minute, limit: 20 },
  track: { windowMs: minute, limit: 30 },
  verify: { windowMs: minute, limit: 60 },
  search: { windowMs: minute, limit: 60 },
  upload: { windowMs: 10 * minute, limit: 120 },
  create: { windowMs: 10 * minute, limit: 120 },
  /** Whole cases taken out of the house. */
  export: { windowMs: 10 * minute, limit: 20 },
  /** Passphrases for many documents. */
  sign: { windowMs: 10 * minute, limit: 60 },
  /** Notifications of the payment gateway, all from its few addresses. */
  notify: { windowMs: minute, limit: 600 },
  /** News of one outside system, which comes in bursts. */
  outside: { windowMs: minute, limit: 600 },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof usualLimits
export type RateLimits = Record<LimitName, RequestHandler>

/** Handlers to put before a route; `overrides` make single ones looser or tighter, `off` lets everything through. */
export function rateLimits(overrides: Partial<Record<LimitName, Limit>> | 'off' = {}): RateLimits {
  const limiter = (name: LimitName, more: Partial<Parameters<typeof rateLimit>[0]> = {}): RequestHandler => {
    if (overrides === 'off') return (_request, _response, next) => next()
    const { windowMs, limit } = overrides[name] ?? usualLimits[name]
    return rateLimit({
      windowMs,
      limit,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      identifier: name,
      keyGenerator: whoAsks,
      handler(request, response) {
        const { resetTime } = (request as Request & { rateLimit?: { resetTime?: Date } }).rateLimit ?? {}
        const seconds = resetTime ? Math.max(1, Math.ceil((resetTime.getTime() - Date.now()) / 1000)) : windowMs / 1000
        sendProblem(request, response, tooManyRequests(seconds))
      },
      ...more,
    })
  }
  return {
    signIn: limiter('signIn', {
      keyGenerator: whoIsMeant,
      skipSuccessfulRequests: true,
      requestWasSuccessful: (_request, response) => response.statusCode !== 401,
    }),
    signInFrom: limiter('signInFrom', { keyGenerator: address }),
    signUp: limiter('signUp', { keyGenerator: address }),
    track: limiter('track'),
    verify: limiter('verify'),
    search: limiter('search'),
    upload: limiter('upload'),
    create: limiter('create'),
    export: limiter('export'),
    sign: limiter('sign'),
    notify: limiter('notify', { keyGenerator: address }),
    outside: limiter('outside', { keyGenerator: address }),
  }
}

const address = (request: Request) => ipKeyGenerator(request.ip ?? '')
const whoAsks = (request: Request) => request.person?.account ?? address(request)

/** The e-mail address somebody tries to sign in with, so that guessing from many addresses is slowed too. */
function whoIsMeant(request: Request): string {
  const body: unknown = request.body
  const email: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'email') : undefined
  return typeof email === 'string' ? `email:${email.trim().toLowerCase().slice(0, 200)}` : address(request)
}
