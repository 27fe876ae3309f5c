import type { Request } from 'express'

/** `/api/tasks/:id/decide` instead of the address: few values, and no ids, for logs and metrics. */
export function routePattern(request: Request): string {
  const path: unknown = request.route?.path
  if (request.originalUrl.startsWith('/api/auth/')) return '/api/auth/*'
  if (typeof path !== 'string') return 'unmatched'
  // After an error Express has forgotten where the router was mounted.
  return request.originalUrl.startsWith('/api/') ? `/api${path}` : path
}
