import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type Express, type Response, urlencoded } from 'express'
import helmet from 'helmet'
import { BookRefusal, type Entry, GatewayBook } from './book.ts'
import { coreApi } from './core-api.ts'
import { Faults } from './faults.ts'
import { Notifier } from './notifier.ts'
import { listPage, missingPage, payPage, stylesheet } from './pages.ts'

export type SimulatorOptions = {
  /** 0 takes any that is free. */
  port?: number
  serverKey: string
  /** The merchant's address for notifications; null where none are sent. */
  notifyUrl: string | null
  /** Keeps orders over a restart. */
  file?: string
  now?: () => number
}

export type Simulator = {
  url: string
  book: GatewayBook
  faults: Faults
  /** Pays as somebody at a bank would, and tells the merchant; `anyway` also what is over or paid. */
  pay(order: string, how?: { anyway?: boolean }): Promise<Entry>
  /** From now on notifications go there. */
  notifyAt(url: string): void
  close(): Promise<void>
}

/** A payment gateway on this machine: Core API v2 under `/v2`, pages to pay on, faults under `/faults`. On 127.0.0.1 only. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { serverKey, notifyUrl, file, now = Date.now } = options
  let url = ''
  const faults = new Faults()
  const notifier = new Notifier({ url: notifyUrl, serverKey, faults })
  const book = new GatewayBook({ now, file, qrOf: (order) => `${url}/bayar/${encodeURIComponent(order)}` })
  const app = express()
  app.disable('x-powered-by')
  app.use('/v2', coreApi({ book, faults, notifier, serverKey }))
  app.post('/faults', express.json(), (request, response) => {
    faults.add(request.body)
    response.status(204).end()
  })
  pages(app, book, notifier)
  const server = createServer(app)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    book,
    faults,
    async pay(order, how) {
      const entry = book.pay(order, how)
      await notifier.tell(entry)
      return entry
    },
    notifyAt: (address) => notifier.notifyAt(address),
    async close() {
      notifier.stop()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

function pages(app: Express, book: GatewayBook, notifier: Notifier): void {
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: false,
    }),
    urlencoded({ extended: false }),
  )
  const show = (response: Response, entry: Entry | null, told?: string) =>
    entry ? response.send(payPage(entry, book.isExpired(entry), told)) : response.status(404).send(missingPage())

  app.get('/style.css', (_request, response) => void response.type('css').send(stylesheet))
  app.get('/', (_request, response) => void response.send(listPage(book)))
  app.get('/bayar/:order', (request, response) => void show(response, book.find(request.params.order)))
  app.post('/rekening', (request, response) => {
    const entry = book.findAccount(String(request.body?.number ?? '').replaceAll(/\s/g, ''))
    if (entry) response.redirect(303, `/bayar/${encodeURIComponent(entry.order)}`)
    else response.status(404).send(listPage(book, 'Nomor itu tidak ada tagihannya. Periksa lagi.'))
  })
  app.post('/bayar/:order', (request, response) => {
    try {
      const entry = book.pay(request.params.order, { anyway: request.body?.anyway === 'yes' })
      void notifier.tell(entry)
      show(response, entry, 'Pembayaran berhasil. Kembali ke halaman permohonan Anda.')
    } catch (error) {
      if (!(error instanceof BookRefusal)) throw error
      show(response, book.find(request.params.order), 'Tagihan ini tidak bisa dibayar lagi.')
    }
  })
}
