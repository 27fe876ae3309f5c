import type { Request } from 'express'

/** `/api/tasks/:id/decide` instead of the address: few values, and no ids, for logs and metrics. */
export function routePattern(request: Request): string {
  const path: unknown = request.route?.path
  return typeof path === 'string' ? `${request.baseUrl}${path === '/' ? '' : path}` || '/' : 'unmatched'
}
