import { randomUUID } from 'node:crypto'
import { json, type Request, type RequestHandler, type Response, Router } from 'express'
import { WireCharge, WireRefund } from '../midtrans/wire.ts'
import { BookRefusal, type Entry, type GatewayBook } from './book.ts'
import type { Faults, FaultyCall } from './faults.ts'
import type { Notifier } from './notifier.ts'
import { presentEntry } from './present.ts'

type Parts = { book: GatewayBook; faults: Faults; notifier: Notifier; serverKey: string }

/** The part of Core API v2 that Lontar speaks, faults included. */
export function coreApi({ book, faults, notifier, serverKey }: Parts): Router {
  const router = Router()
  router.use(authenticate(serverKey), json({ limit: '64kb' }))

  const answer = (on: FaultyCall, act: (request: Request) => Entry): RequestHandler => {
    return async (request, response) => {
      const fault = faults.take(on)
      switch (fault) {
        case 'maintenance':
          return refuse(response, '503', 'System is under maintenance')
        case 'error':
          return refuse(response, '500', 'Internal server error')
        case 'refuse':
          return refuse(response, '412', 'Transaction status cannot be updated')
        case 'no-effect':
          return
      }
      try {
        const entry = act(request)
        if (fault === 'no-answer') return
        if (fault === 'paid-first') await notifier.tell(book.pay(entry.order))
        const shown = presentEntry(entry, book.isExpired(entry), on === 'charge')
        response.json(on === 'refund' ? { ...shown, status_code: '200' } : shown)
      } catch (error) {
        if (!(error instanceof BookRefusal)) throw error
        refuse(response, error.status, error.message)
      }
    }
  }

  router.post(
    '/charge',
    answer('charge', ({ body }) => book.charge(...charged(body))),
  )
  router.get(
    '/:id/status',
    answer('status', ({ params }) => book.find(idOf(params)) ?? missing()),
  )
  router.post(
    '/:id/cancel',
    answer('cancel', ({ params }) => book.cancel(idOf(params))),
  )
  router.post(
    '/:id/expire',
    answer('cancel', ({ params }) => book.cancel(idOf(params))),
  )
  router.post(
    '/:id/refund',
    answer('refund', ({ params, body }) => {
      const asked = WireRefund.safeParse(body)
      if (!asked.success) throw new BookRefusal('400', 'One or more parameters in the payload is invalid')
      return book.refund(idOf(params), { key: asked.data.refund_key, amount: asked.data.amount })
    }),
  )
  return router
}

function charged(body: unknown): [WireCharge, number] {
  const asked = WireCharge.safeParse(body)
  if (!asked.success) throw new BookRefusal('400', 'One or more parameters in the payload is invalid')
  const { order_time } = asked.data.custom_expiry
  return [asked.data, Date.parse(`${order_time.slice(0, 19).replace(' ', 'T')}+07:00`)]
}

const idOf = (params: Request['params']) => String(params.id)

function missing(): never {
  throw new BookRefusal('404', "Transaction doesn't exist")
}

function authenticate(serverKey: string): RequestHandler {
  const expected = `Basic ${Buffer.from(`${serverKey}:`).toString('base64')}`
  return (request, response, next) => {
    if (request.get('authorization') === expected) return next()
    refuse(response, '401', 'Transaction cannot be authorized')
  }
}

/** Refusals come with HTTP 200 or their own status; the body's code is what counts. */
function refuse(response: Response, status: string, message: string): void {
  response.status(Number(status)).json({ status_code: status, status_message: message, id: randomUUID() })
}
