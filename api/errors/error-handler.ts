import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { Problem } from '../../contracts/common.ts'
import type { Language } from '../request.ts'
import { type ApiProblem, notFound } from './problems.ts'
import { toProblem } from './to-problem.ts'

/** The last handler: whatever was thrown becomes problem+json in the caller's language. */
export const errorHandler: ErrorRequestHandler = (error: unknown, request, response, _next) => {
  const problem = toProblem(error)
  if (problem.status >= 500)
    request.log.error({ err: problem.cause ?? problem, problem: problem.code }, 'request failed')
  if (response.headersSent) {
    response.destroy()
    return
  }
  sendProblem(request, response, problem)
}

/** For what no route answers. */
export const noSuchRoute: RequestHandler = () => {
  throw notFound()
}

export function sendProblem(request: Request, response: Response, problem: ApiProblem): void {
  response.status(problem.status)
  if (problem.retryAfter !== undefined) response.set('Retry-After', String(problem.retryAfter))
  if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer')
  response.set('Cache-Control', 'no-store')
  response.type('application/problem+json').send(JSON.stringify(present(problem, request.language, request.id)))
}

function present(problem: ApiProblem, language: Language, requestId: string): Problem {
  return {
    type: `urn:lontar:problem:${problem.code}`,
    title: problem.title[language],
    status: problem.status,
    code: problem.code,
    requestId,
    ...(problem.detail ? { detail: problem.detail[language] } : {}),
    ...(problem.errors.length > 0
      ? { errors: problem.errors.map(({ field, code, message }) => ({ field, code, message: message[language] })) }
      : {}),
  }
}
