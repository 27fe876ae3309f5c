import type { AddressInfo } from 'node:net'
import type { Express } from 'express'

export type Listening = { url: string; close(): Promise<void> }

/** Serves on 127.0.0.1 only: a simulator holds what was filed with it. */
export function listen(app: Express, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, '127.0.0.1', (error) => {
      if (error) return reject(error)
      const { port: taken } = server.address() as AddressInfo
      resolve({
        url: `http://127.0.0.1:${taken}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
  })
}
