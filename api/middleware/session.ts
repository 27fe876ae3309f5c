import { parseCookies } from 'better-auth/cookies'
import type { Request, RequestHandler, Response } from 'express'
import { rolesOf } from '../../models/authority/authority.ts'
import type { Auth } from '../auth/auth.ts'
import { unavailable } from '../errors/problems.ts'
import type { SignedIn } from '../request.ts'
import { abilityOf } from './ability.ts'

/** A session is looked up again after so long: an ended membership or session lingers no longer in another process. */
const rememberMs = 10_000
const mostRemembered = 5_000

export type Sessions = {
  /** Puts the signed-in person on the request; needs the regency's context, for roles are held there. */
  middleware: RequestHandler
  /** Drops what is remembered of the request's session: it may have just ended. */
  forget(request: Request): void
}

/**
 * Who a request is from, remembered for a few seconds so that a page of requests asks MongoDB once. Demo accounts are
 * nobody where `refuseDemo`: their sessions may be older than the system's turn to production.
 */
export function sessions(auth: () => Auth, { refuseDemo }: { refuseDemo: boolean }): Sessions {
  const remembered = new Map<string, { person: SignedIn; until: number }>()
  /** Look-ups under way: requests that arrive together ask once. */
  const asking = new Map<string, Promise<SignedIn | null>>()

  async function personOf(request: Request, response: Response): Promise<SignedIn | null> {
    const proof = proofOf(request)
    if (proof === null) return null
    const key = `${request.regency} ${proof}`
    const known = remembered.get(key)
    if (known && known.until > Date.now()) return known.person
    remembered.delete(key)
    return asking.get(key) ?? ask(key, lookUp(auth(), request, response, refuseDemo))
  }

  /** What was forgotten meanwhile, by a sign-out, is not remembered. */
  async function ask(key: string, answer: Promise<SignedIn | null>): Promise<SignedIn | null> {
    asking.set(key, answer)
    try {
      const person = await answer
      if (person && asking.get(key) === answer) remember(key, person)
      return person
    } finally {
      if (asking.get(key) === answer) asking.delete(key)
    }
  }

  function remember(key: string, person: SignedIn): void {
    if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value ?? '')
    remembered.set(key, { person, until: Date.now() + rememberMs })
  }

  return {
    middleware: async (request, response, next) => {
      request.person = await personOf(request, response)
      next()
    },
    forget(request) {
      const proof = proofOf(request)
      if (proof === null) return
      for (const known of [remembered, asking])
        for (const key of known.keys()) if (key.endsWith(` ${proof}`)) known.delete(key)
    },
  }
}

/** What a caller shows for being somebody: the bearer token, else the session cookie. */
function proofOf(request: Request): string | null {
  const authorization = request.get('authorization')
  if (authorization && /^bearer /i.test(authorization)) return authorization.slice(7).trim()
  const cookies = parseCookies(request.get('cookie') ?? '')
  return cookies.get('lontar.session_token') ?? cookies.get('__Secure-lontar.session_token') ?? null
}

async function lookUp(auth: Auth, request: Request, response: Response, refuseDemo: boolean): Promise<SignedIn | null> {
  const headers = new Headers()
  for (const name of ['authorization', 'cookie', 'user-agent']) {
    const value = request.get(name)
    if (value !== undefined) headers.set(name, value)
  }
  const { response: session, headers: answered } = await auth.api
    .getSession({ headers, returnHeaders: true })
    .catch((error: unknown) => {
      throw unavailable(error)
    })
  if (!session || (refuseDemo && session.user.demo)) return null
  const refreshed = answered?.getSetCookie() ?? []
  if (refreshed.length > 0) response.append('Set-Cookie', refreshed)
  const { id: account, name, email } = session.user
  const held = await rolesOf(account)
  return { account, name, email, memberships: held, ability: abilityOf(account, held) }
}
