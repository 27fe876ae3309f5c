import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { Task } from '../../models/case/task.ts'
import { type CaseApiHouse, openCaseApiHouse } from './case-api-house.ts'

let house: CaseApiHouse

beforeAll(async () => {
  house = await openCaseApiHouse()
})
afterAll(() => house.close())

type Told = { id: string; resource: string; ids: string[] }

/** Reads the stream as a browser would, until told to stop. */
async function listen(name: string, lastEventId?: string) {
  const stop = new AbortController()
  const response = await fetch(`${house.url}/api/live`, {
    headers: {
      Authorization: `Bearer ${await house.as(name)}`,
      ...(lastEventId ? { 'Last-Event-ID': lastEventId } : {}),
    },
    signal: stop.signal,
  })
  const told: Told[] = []
  const reading = read(response, told).catch(() => undefined)
  return {
    response,
    told,
    names: () => told.flatMap(({ ids }) => ids),
    until: (task: string) =>
      vi.waitFor(() => expect(told.flatMap(({ ids }) => ids)).toContain(task), { timeout: 20_000 }),
    async stop() {
      stop.abort()
      await reading
    },
  }
}

async function read(response: Response, told: Told[]): Promise<void> {
  let text = ''
  for await (const bytes of response.body ?? []) {
    text += Buffer.from(bytes).toString('utf8')
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      const line = (name: string) => event.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1]
      const data = line('data')
      if (data) told.push({ id: line('id') ?? '', ...(JSON.parse(data) as Omit<Told, 'id'>) })
    }
  }
}

describe('live events', () => {
  test('tell a desk of its rows, and nobody of others’', async () => {
    const [verifier, registry] = [await listen('verifikator'), await listen('dukcapil')]
    expect(verifier.response.headers.get('content-type')).toContain('text/event-stream')
    const licence = await house.file('sip-bidan')
    const certificate = await house.file('akta-kelahiran')
    await verifier.until(`${licence.number}:kelengkapan`)
    await registry.until(`${certificate.number}:verifikasi`)
    expect(verifier.names().some((task) => task.startsWith(certificate.number))).toBe(false)
    expect(registry.names().some((task) => task.startsWith(licence.number))).toBe(false)
    expect(verifier.told.every(({ resource }) => resource === 'tasks')).toBe(true)
    await Promise.all([verifier.stop(), registry.stop()])
  })

  test('tell whoever saw a row before, though they see it no more', async () => {
    const { number } = await house.file('sip-bidan')
    const task = `${number}:kelengkapan`
    const verifier = await listen('verifikator')
    await house.inside(() => Task.collection.updateOne({ task }, { $set: { agency: 'elsewhere' } }))
    await verifier.until(task)
    await verifier.stop()
  })

  test('go on from where a reader was, or say that something was missed', async () => {
    const first = await listen('verifikator')
    const one = await house.file('sip-bidan')
    await first.until(`${one.number}:kelengkapan`)
    const last = first.told.at(-1)?.id ?? ''
    await first.stop()
    const two = await house.file('sip-bidan')
    const again = await listen('verifikator', last)
    await again.until(`${two.number}:kelengkapan`)
    expect(again.names().some((task) => task.startsWith(one.number))).toBe(false)
    await again.stop()
    const lost = await listen('verifikator', '82never')
    await vi.waitFor(() => expect(lost.told[0]).toMatchObject({ resource: 'tasks', ids: [] }))
    await lost.stop()
  })

  test('are not for citizens', async () => {
    expect((await house.getAs('warga', '/api/live')).status).toBe(403)
    expect((await house.get('/api/live')).status).toBe(401)
  })
})
