import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Language } from '../request.ts'
import { routePattern } from './route-pattern.ts'

/**
 * Names the request and its language, and logs how it ended. Neither the body nor the address with its query is logged:
 * only the pattern of the route (design rule 3).
 */
export function requestContext(log: Logger): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id')
    request.id = given && /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : randomUUID()
    request.language = preferredLanguage(request.acceptsLanguages())
    request.log = log.child({ request: request.id })
    request.person = null
    response.set('X-Request-Id', request.id)
    response.set('Content-Language', request.language)
    const started = performance.now()
    response.once('close', () => {
      const { statusCode } = response
      const facts = {
        method: request.method,
        route: routePattern(request),
        status: statusCode,
        ms: Math.round(performance.now() - started),
        ...(request.person ? { account: request.person.account } : {}),
        ...(response.writableFinished ? {} : { aborted: true }),
      }
      if (statusCode >= 500) request.log.error(facts, 'request failed')
      else request.log.debug(facts, 'request')
    })
    next()
  }
}

/** The first of the languages asked for that Lontar speaks. */
export function preferredLanguage(asked: readonly string[]): Language {
  for (const tag of asked) {
    const language = tag.toLowerCase().split('-')[0]
    if (language === 'id' || language === 'en') return language
  }
  return 'id'
}
