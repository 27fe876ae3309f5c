import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import type { MailStore } from './mail-store.ts'

const largest = 25 * 1024 * 1024

/** Listens on 127.0.0.1 and takes every message in; nothing leaves the machine. Resolves to its way of closing. */
export function listenForMail(port: number, store: MailStore): Promise<() => Promise<void>> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: largest,
    onData(stream, _session, done) {
      buffer(stream)
        .then((raw) => {
          if (stream.sizeExceeded) throw Object.assign(new Error('Message too large'), { responseCode: 552 })
          return store.add(raw)
        })
        .then(() => done(), done)
    },
  })
  // A client that vanishes in mid-sentence must not end the sink.
  server.on('error', (error) => process.stderr.write(`smtp: ${error.message}\n`))
  return new Promise((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(() => new Promise((closed) => server.close(() => closed()))))
  })
}
