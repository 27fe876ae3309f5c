import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { ZodError, z } from 'zod'
import type { BsreAccount } from '../connection.ts'
import { statusCodes } from '../wire.ts'
import { type Fault, Faults, faults, type Operation, operations } from './faults.ts'
import { type OfficeOptions, RefusedHere, SimulatedOffice } from './office.ts'
import { json, page, type Reply } from './reply.ts'
import { type Asked, type Route, routes } from './routes.ts'

export type SimulatorOptions = OfficeOptions & {
  account: Pick<BsreAccount, 'username' | 'password'>
  /** 0 for a port that is free. */
  port: number
  /** What the work takes; the real service needs some 900. */
  latencyMs: number
}

export type BsreSimulator = Awaited<ReturnType<typeof startBsreSimulator>>

/**
 * BSrE's client service on this machine, over HTTP and in the same words: for trials and tests. It signs with an authority
 * of its own, and fails on command (`order`, or `POST /simulator/faults {operation, fault, times}` and
 * `POST /simulator/release`).
 */
export async function startBsreSimulator({ account, port, latencyMs, ...people }: SimulatorOptions) {
  const office = new SimulatedOffice(people)
  await office.open()
  const ordered = new Faults()
  const calls: Operation[] = []
  const authorization = `Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', 'http://simulator').pathname
    const asked = { path, contentType: request.headers['content-type'] ?? '', body: await buffer(request) }
    if (path.startsWith('/simulator/')) return send(response, control(ordered, asked))
    if (request.headers.authorization !== authorization) return send(response, json(401, { error: 'Unauthorized' }))
    const route = routes.find((each) => each.method === request.method && fits(each.path, path))
    if (!route) return send(response, json(404, { error: 'Not Found' }))
    calls.push(route.operation)
    const fault = ordered.next(route.operation)
    if (fault === 'maintenance') return send(response, page(503, 'Layanan sedang dalam pemeliharaan'))
    if (fault === 'refused') return send(response, wrongSecret)
    if (latencyMs > 0) await pause(latencyMs)
    const reply = await answer(office, route, asked)
    await deliver(response, fault === 'twice' ? await answer(office, route, asked) : reply, fault)
  }

  async function deliver(response: ServerResponse, reply: Reply, fault: Fault | undefined): Promise<void> {
    if (fault === 'reset') return void response.destroy()
    if (fault === 'gateway') return send(response, page(504, 'Gateway Time-out'))
    if (fault === 'late') await ordered.hold()
    if (fault !== 'cut') return send(response, reply)
    response.writeHead(reply.status, { ...reply.headers, 'Content-Length': reply.body.length })
    response.write(reply.body.subarray(0, reply.body.length / 2), () => response.destroy())
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error) => send(response, json(500, { error: String(error) })))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** PEM of the authority that its signatures lead to. */
    root: () => office.root(),
    /** Every call that came, whatever became of it. */
    calls: calls as readonly Operation[],
    /** Every signature and seal that was made, whether or not anybody got it. */
    signed: office.signed as readonly { by: string; id: string }[],
    order: (operation: Operation, fault: Fault, times?: number) => ordered.order(operation, fault, times),
    forget: () => ordered.forget(),
    release: () => ordered.release(),
    async close() {
      ordered.release()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function answer(office: SimulatedOffice, route: Route, asked: Asked): Promise<Reply> {
  try {
    return await route.answer(office, asked)
  } catch (error) {
    if (error instanceof RefusedHere) return json(400, { error: error.message, status_code: error.statusCode })
    if (error instanceof ZodError || error instanceof SyntaxError) return json(400, { error: 'Bad Request' })
    throw error
  }
}

const wrongSecret = json(400, { error: 'Passphrase anda salah', status_code: statusCodes.wrongSecret })

const Order = z.strictObject({
  operation: z.enum(operations),
  fault: z.enum(faults),
  times: z.int().min(1).max(1000).default(1),
})

function control(ordered: Faults, { path, body }: Asked): Reply {
  if (path === '/simulator/release') return json(200, { released: ordered.release() })
  const order = Order.safeParse(path === '/simulator/faults' ? JSON.parse(body.toString('utf8')) : undefined)
  if (!order.success) return json(400, { error: 'Expected {operation, fault, times}' })
  ordered.order(order.data.operation, order.data.fault, order.data.times)
  return json(200, order.data)
}

const fits = (path: string, asked: string) =>
  path.endsWith('/') ? asked.startsWith(path) && asked.length > path.length : asked === path

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { ...headers, 'Content-Length': body.length }).end(body)
}
