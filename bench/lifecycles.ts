import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Client } from '@temporalio/client'
import { freePort } from '../infra/servers/ports.ts'
import { type ServerProcess, startServerProcess, waitUntilReady } from '../infra/servers/server-process.ts'
import { connectTemporal } from '../infra/temporal.ts'
import { applicationWorkflowId } from '../workflows/messages.ts'
import { bareLifecycle } from './bare/lifecycle.ts'
import { cpuMeter } from './cpu.ts'
import { type HistoryFigures, historyFigures } from './histories.ts'
import type { BenchHouse } from './house.ts'
import { httpLifecycle, signInAll } from './http-lifecycle.ts'
import { leastLifecycle, signInLeast } from './least/lifecycle.ts'
import { quantile, type Round, run } from './load.ts'

type Side = { rounds: Round[]; cpu: Record<string, number>[]; ids: string[] }
export type SideFigures = {
  perSecond: number
  p50: number
  p95: number
  cpu: Record<string, number>
  history: HistoryFigures
  /** Of the bare workflow's rate, turn by turn; none for the bare workflow itself. */
  ratios: number[]
}
export type LifecycleFigures = { inFlight: number; lontar: SideFigures; least: SideFigures; bare: SideFigures }

/**
 * Lifecycles per second over HTTP against the bare workflow's, in turns on the same servers. Between the two: the least
 * that the design's rules ask, with a session, an act and a transaction for each decision, and nothing in them.
 */
export async function benchLifecycles(
  house: BenchHouse,
  { count, inFlight, turns }: { count: number; inFlight: number; turns: number },
): Promise<LifecycleFigures> {
  const temporal = connectTemporal({ TEMPORAL_ADDRESS: house.temporalAddress, TEMPORAL_NAMESPACE: 'default' })
  const port = await freePort()
  const parts: Record<string, ServerProcess> = {
    bareWorker: await startPart(house, 'bare/worker'),
    leastWorker: await startPart(house, 'least/worker'),
    leastApi: await startPart(house, 'least/api', { PORT: String(port) }),
  }
  const people = await signInAll(house.url)
  const leastUrl = `http://127.0.0.1:${port}`
  const token = await signInLeast(leastUrl)
  const started = Object.fromEntries(Object.entries(parts).map(([name, { pid }]) => [name, pid]))
  const pids = { ...house.pids, ...started, client: process.pid }
  const sides = {
    bare: () => bareLifecycle(temporal.client),
    least: () => leastLifecycle(leastUrl, token),
    lontar: async () => applicationWorkflowId('banyuwangi', await httpLifecycle(house.url, people)),
  }
  const empty = (): Side => ({ rounds: [], cpu: [], ids: [] })
  const measured = { bare: empty(), least: empty(), lontar: empty() }
  try {
    for (const work of Object.values(sides)) await run(20, 4, async () => void (await work()))
    for (let turn = 0; turn < turns; turn += 1) {
      for (const name of ['bare', 'least', 'lontar'] as const) {
        const cpu = cpuMeter(pids)
        const side = measured[name]
        side.rounds.push(await run(count, inFlight, async () => void side.ids.push(await sides[name]())))
        side.cpu.push(Object.fromEntries(Object.entries(cpu()).map(([part, ms]) => [part, ms / count])))
      }
    }
    return {
      inFlight,
      lontar: await figures(measured.lontar, measured.bare, temporal.client),
      least: await figures(measured.least, measured.bare, temporal.client),
      bare: await figures(measured.bare, null, temporal.client),
    }
  } finally {
    for (const part of Object.values(parts)) await part.stop()
    await temporal.close()
  }
}

async function figures({ rounds, cpu, ids }: Side, bare: Side | null, client: Client): Promise<SideFigures> {
  const median = (pick: (round: Round) => number) => quantile(rounds.map(pick), 0.5)
  const names = Object.keys(cpu[0] ?? {})
  return {
    perSecond: median((round) => round.perSecond),
    p50: median((round) => round.p50),
    p95: median((round) => round.p95),
    cpu: Object.fromEntries(
      names.map((name) => [
        name,
        quantile(
          cpu.map((one) => one[name] ?? 0),
          0.5,
        ),
      ]),
    ),
    history: await historyFigures(client, ids),
    ratios: (bare?.rounds ?? []).map((round, turn) => (rounds[turn]?.perSecond ?? Number.NaN) / round.perSecond),
  }
}

async function startPart(
  { mongodbUri, temporalAddress }: BenchHouse,
  name: string,
  env: Record<string, string> = {},
): Promise<ServerProcess> {
  const script = fileURLToPath(new URL(`./${name}.ts`, import.meta.url))
  let ready = false
  const part = await startServerProcess(
    name,
    process.execPath,
    [script],
    join(tmpdir(), `lontar-${name.replace('/', '-')}.log`),
    {
      env: { ...process.env, MONGODB_URI: mongodbUri, TEMPORAL_ADDRESS: temporalAddress, ...env },
      onMessage: (message) => {
        ready ||= message === 'ready'
      },
    },
  )
  await waitUntilReady(part, async () => ready || 'it has not said that it is ready')
  return part
}
