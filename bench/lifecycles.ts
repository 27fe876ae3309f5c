import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Client } from '@temporalio/client'
import { startServerProcess, waitUntilReady } from '../infra/servers/server-process.ts'
import { connectTemporal } from '../infra/temporal.ts'
import { applicationWorkflowId } from '../workflows/messages.ts'
import { bareLifecycle } from './bare/lifecycle.ts'
import { cpuMeter } from './cpu.ts'
import { type HistoryFigures, historyFigures } from './histories.ts'
import type { BenchHouse } from './house.ts'
import { httpLifecycle, signInAll } from './http-lifecycle.ts'
import { quantile, type Round, run } from './load.ts'

type Side = { rounds: Round[]; cpu: Record<string, number>[]; ids: string[] }
export type LifecycleFigures = {
  inFlight: number
  lontar: { perSecond: number; p50: number; p95: number; cpu: Record<string, number>; history: HistoryFigures }
  bare: { perSecond: number; p50: number; p95: number; cpu: Record<string, number>; history: HistoryFigures }
  /** Pair by pair, in the order they were run. */
  ratios: number[]
}

/** Lifecycles per second over HTTP against the bare workflow's, in turns on the same servers: B A B A … */
export async function benchLifecycles(
  house: BenchHouse,
  { count, inFlight, pairs }: { count: number; inFlight: number; pairs: number },
): Promise<LifecycleFigures> {
  const temporal = connectTemporal({ TEMPORAL_ADDRESS: house.temporalAddress, TEMPORAL_NAMESPACE: 'default' })
  const bareWorker = await startBareWorker(house)
  const people = await signInAll(house.url)
  const lontar: Side = { rounds: [], cpu: [], ids: [] }
  const bare: Side = { rounds: [], cpu: [], ids: [] }
  const pids = { ...house.pids, bareWorker: bareWorker.pid, client: process.pid }
  const measure = async (side: Side, work: () => Promise<string>) => {
    const cpu = cpuMeter(pids)
    side.rounds.push(await run(count, inFlight, async () => void side.ids.push(await work())))
    const used = cpu()
    side.cpu.push(Object.fromEntries(Object.entries(used).map(([name, ms]) => [name, ms / count])))
  }
  try {
    await run(20, 4, async () => void (await httpLifecycle(house.url, people)))
    await run(20, 4, async () => void (await bareLifecycle(temporal.client)))
    for (let pair = 0; pair < pairs; pair += 1) {
      await measure(bare, () => bareLifecycle(temporal.client))
      await measure(lontar, async () => applicationWorkflowId('banyuwangi', await httpLifecycle(house.url, people)))
    }
    return {
      inFlight,
      lontar: await figures(lontar, temporal.client),
      bare: await figures(bare, temporal.client),
      ratios: lontar.rounds.map((round, index) => round.perSecond / (bare.rounds[index]?.perSecond ?? Number.NaN)),
    }
  } finally {
    await bareWorker.stop()
    await temporal.close()
  }
}

async function figures({ rounds, cpu, ids }: Side, client: Client) {
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
  }
}

async function startBareWorker({ mongodbUri, temporalAddress }: BenchHouse) {
  const script = fileURLToPath(new URL('./bare/worker.ts', import.meta.url))
  let ready = false
  const server = await startServerProcess(
    'bare worker',
    process.execPath,
    [script],
    join(tmpdir(), 'lontar-bare-worker.log'),
    {
      env: { ...process.env, MONGODB_URI: mongodbUri, TEMPORAL_ADDRESS: temporalAddress },
      onMessage: (message) => {
        ready ||= message === 'ready'
      },
    },
  )
  await waitUntilReady(server, async () => ready || 'it has not said that it is ready')
  return server
}
