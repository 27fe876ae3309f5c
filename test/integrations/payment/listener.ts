import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

export type Listener = Awaited<ReturnType<typeof startListener>>

/** Takes every notification in, and says so. */
export async function startListener() {
  const heard: unknown[] = []
  const server = createServer(async (request, response) => {
    heard.push(await json(request))
    response.writeHead(200).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    heard,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
