import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const scriptBytes = 50_000

/** A page that does nothing but cost: one script of `scriptBytes` that cannot be packed, and a fixed piece of work. */
export async function openTrivialPage() {
  const filler = randomBytes(scriptBytes).toString('base64')
  const work = `let sum = 0
const started = performance.now()
for (let turn = 0; turn < 2e7; turn += 1) sum = (sum * 31 + turn) % 1000003
window.lontarWorkMs = performance.now() - started
document.body.append(Object.assign(document.createElement('p'), { id: 'done', textContent: sum }))
//`
  const script = (work + filler).slice(0, scriptBytes)
  const page =
    '<!doctype html><title>Ukur</title><link rel="icon" href="data:,"><script defer src="/script.js"></script>'
  const server = createServer((request, response) => {
    const isScript = request.url === '/script.js'
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    usable: '#done',
    bytes: scriptBytes,
    roundTrips: 2,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
