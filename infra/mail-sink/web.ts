import type { Server } from 'node:http'
import express, { type Express } from 'express'
import helmet from 'helmet'
import type { MailStore } from './mail-store.ts'
import { listPage, mailPage, missingPage, stylesheet } from './pages.ts'

const newest = 200

/** Pages for people, and the same as JSON under `/api/messages` for tests. */
function mailPages(store: MailStore): Express {
  const app = express()
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: false,
    }),
  )
  app.get('/style.css', (_request, response) => void response.type('css').send(stylesheet))
  app.get('/', async (_request, response) => void response.send(listPage(await store.list(newest))))
  app.get('/pesan/:id', async (request, response) => {
    const mail = await store.read(request.params.id)
    if (mail) response.send(mailPage(mail))
    else response.status(404).send(missingPage())
  })
  app.get('/pesan/:id/lampiran/:index', async (request, response) => {
    const mail = await store.read(request.params.id)
    const attachment = mail?.attachments[Number(request.params.index)]
    if (!attachment) return void response.status(404).send(missingPage())
    response.attachment(attachment.name).type('application/octet-stream').send(attachment.content)
  })
  app.get('/api/messages', async (_request, response) => void response.json(await store.list(newest)))
  app.get('/api/messages/:id', async (request, response) => {
    const mail = await store.read(request.params.id)
    if (!mail) return void response.status(404).json({ title: 'Message not found' })
    const attachments = mail.attachments.map(({ name, type, content }) => ({ name, type, bytes: content.length }))
    response.json({ ...mail, attachments })
  })
  return app
}

/** Listens on 127.0.0.1 only: the messages hold personal data. */
export function listenForReaders(port: number, store: MailStore): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    const server: Server = mailPages(store).listen(port, '127.0.0.1', (error) => {
      if (error) return reject(error)
      resolve(
        () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      )
    })
  })
}
