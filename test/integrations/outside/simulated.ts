import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { OssClient } from '../../../integrations/oss/client.ts'
import { ossSimulatorApp } from '../../../integrations/oss/simulator/app.ts'
import { OssSimulator } from '../../../integrations/oss/simulator/simulator.ts'
import type { Filing, OutsideCode } from '../../../integrations/outside/outside-system.ts'
import { OutsideError } from '../../../integrations/outside/outside-system.ts'
import { listen } from '../../../integrations/outside/simulator/listen.ts'
import { SimbgClient } from '../../../integrations/simbg/client.ts'
import { simbgSimulatorApp } from '../../../integrations/simbg/simulator/app.ts'
import { SimbgSimulator } from '../../../integrations/simbg/simulator/simulator.ts'

export const webhookKey = 'kunci-webhook-untuk-uji'
const key = 'kunci-untuk-uji'
const timeoutMs = 1_500

/** OSS over real HTTP. */
export async function simulatedOss(webhook = 'http://127.0.0.1:1/') {
  const oss = new OssSimulator({ userKey: key, webhook: { url: webhook, key: webhookKey }, region: '3510000000' })
  const { url, close } = await listen(ossSimulatorApp(oss), 0)
  const settings = { url: `${url}/v1/kl/rba`, userKey: key, timeoutMs }
  return { oss, url, settings, client: new OssClient(settings), close }
}

/** The adapter of SIMBG over real HTTP. */
export async function simulatedSimbg(webhook = 'http://127.0.0.1:1/') {
  const simbg = new SimbgSimulator({ key, webhook: { url: webhook, key: webhookKey } })
  const { url, close } = await listen(simbgSimulatorApp(simbg), 0)
  const settings = { url, key, timeoutMs }
  return { simbg, url, settings, client: new SimbgClient(settings), close }
}

/** A server that answers everything the same. */
export async function always(status: number, type: string, body: string) {
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'Content-Type': type }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

/** The code that a call fails with; null where it does not. */
export async function codeOf(work: Promise<unknown>): Promise<OutsideCode | null> {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof OutsideError) return error.code
    throw error
  }
}

export function filing(changes: Partial<Filing> = {}): Filing {
  const bytes = new TextEncoder().encode('gambar')
  return {
    key: 'CTH-1:terbit-pbg',
    operation: 'terbit-pbg',
    number: 'CTH-1',
    service: 'pbg',
    applicant: { name: 'Siti Rahayu', nik: '3510014506900001', phone: '081200000001' },
    answers: { luasBangunan: 60, kbli: '56102' },
    documents: [
      {
        code: 'gambar',
        name: 'gambar.pdf',
        type: 'application/pdf',
        // Of the bytes below.
        sha256: '00b385c9d7d4f3359c957cc7a97f9deb18a259d5524abdb07731ed6f79466433',
        bytes: async () => bytes,
      },
    ],
    paid: 350_000,
    ...changes,
  }
}
