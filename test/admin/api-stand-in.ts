import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type Heard = { method: string; url: string; headers: IncomingMessage['headers']; body: string }
type Answer = (heard: Heard, response: ServerResponse) => void

/** A bare HTTP server for the provider's wire format: what it heard, and an answer a test writes. */
export async function standIn(answer: Answer) {
  const heard: Heard[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const said = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    }
    heard.push(said)
    answer(said, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('no port was given')
  process.env.LONTAR_API = `http://127.0.0.1:${address.port}`
  return {
    heard,
    async close() {
      delete process.env.LONTAR_API
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export function sendJson(
  response: ServerResponse,
  status: number,
  data: unknown,
  headers: Record<string, string> = {},
) {
  const type = status >= 400 ? 'application/problem+json' : 'application/json'
  response.writeHead(status, { 'Content-Type': type, ...headers }).end(JSON.stringify(data))
}
