import type { RequestHandler } from 'express'
import { Histogram, type Registry } from 'prom-client'
import { routePattern } from './route-pattern.ts'

/** Durations of requests by method, route pattern and status, into `registry`. */
export function requestMetrics(registry: Registry): RequestHandler {
  const durations = new Histogram({
    name: 'lontar_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  return (request, response, next) => {
    const stop = durations.startTimer()
    response.once('close', () => {
      stop({ method: request.method, route: routePattern(request), status: String(response.statusCode) })
    })
    next()
  }
}
