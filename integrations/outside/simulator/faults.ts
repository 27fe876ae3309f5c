import type { Request, RequestHandler, Response } from 'express'

/** How the other side misbehaves; changed while it runs. */
export type Faults = {
  /** Answers everything with a page of HTML and 503. */
  maintenance: boolean
  /** So many of the next changes are carried out and never answered. */
  silent: number
  /** Milliseconds before each answer. */
  delayMs: number
}

export const noFaults = (): Faults => ({ maintenance: false, silent: 0, delayMs: 0 })

const maintenancePage =
  '<!doctype html><html lang="id"><title>Pemeliharaan</title><h1>Sistem sedang dalam pemeliharaan</h1></html>'

/** Closed for maintenance, and slow. Whoever lacks the key is told so only when it is open. */
export function misbehave(faults: Faults): RequestHandler {
  return async (_request, response, next) => {
    if (faults.maintenance) return void response.status(503).type('html').send(maintenancePage)
    if (faults.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, faults.delayMs))
    next()
  }
}

/** Answers a change that has been carried out; or keeps silent, so that the caller's patience ends. */
export function answerChange(faults: Faults, response: Response, status: number, json: unknown): void {
  if (faults.silent > 0) {
    faults.silent -= 1
    return
  }
  response.status(status).json(json)
}

/** Express leaves a JSON body unknown; this makes it a record. */
export function bodyOf(request: Request): Record<string, unknown> {
  const body: unknown = request.body
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
}
