/**
 * Which build of the workers takes up cases: `npm run workers` lists, `-- current <build>` moves every case on to it, `-- ramp
 * <build> <percent>` a share of them, `-- unversioned` goes back to workers that name no build. `--wait <seconds>` waits for
 * the build's first worker.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pc from 'picocolors'
import { makeCurrent, ramp, type WorkerBuild, workerBuilds } from '../engine/worker-builds.ts'
import { commandEnv } from '../infra/local/settings.ts'
import { connectTemporal } from '../infra/temporal.ts'

const usage =
  'Usage: npm run workers   or   -- current <build> [--wait <seconds>]   or   -- ramp <build> <percent>   or   -- unversioned'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { wait: { type: 'string', default: '0' } },
})
const [command = 'list', build, share] = positionals
const percent = Number(share)
const wait = Number(values.wait)
const known =
  (command === 'list' && build === undefined) ||
  (command === 'current' && build !== undefined && share === undefined) ||
  (command === 'ramp' && build !== undefined && percent >= 0 && percent <= 100) ||
  (command === 'unversioned' && build === undefined)

if (!known || !(wait >= 0)) {
  console.error(usage)
  process.exitCode = 2
} else {
  const env = commandEnv()
  const temporal = connectTemporal(env)
  try {
    await run(temporal.client, env.TASK_QUEUE)
  } finally {
    await temporal.close()
  }
}

async function run(client: Parameters<typeof workerBuilds>[0], queue: string): Promise<void> {
  if (build !== undefined && !(await isThere(client, queue, build))) {
    console.error(
      `${pc.red('✗')} no worker of build ${build} has polled ${queue}\n  To mend it: start one with WORKER_BUILD=${build}`,
    )
    process.exitCode = 1
    return
  }
  if (command === 'current' && build) await makeCurrent(client, queue, build)
  if (command === 'ramp' && build) await ramp(client, queue, build, percent)
  if (command === 'unversioned') await makeCurrent(client, queue, null)
  tell(await workerBuilds(client, queue))
}

async function isThere(client: Parameters<typeof workerBuilds>[0], queue: string, wanted: string): Promise<boolean> {
  const until = Date.now() + wait * 1_000
  for (;;) {
    const builds = await workerBuilds(client, queue)
    if (builds.some((one) => one.build === wanted)) return true
    if (Date.now() >= until) return false
    await pause(1_000)
  }
}

function tell(builds: WorkerBuild[]): void {
  for (const { build: name, standing, percent: part } of builds) {
    const colour = standing === 'current' ? pc.green : standing === 'draining' ? pc.yellow : pc.dim
    console.log(`${colour(standing.padEnd(8))} ${name}${part === null ? '' : pc.dim(` ${part} %`)}`)
  }
  if (builds.some(({ standing }) => standing === 'current')) return
  console.log(
    builds.length === 0
      ? `${pc.green('✓')} no worker names its build: whichever polls takes every case`
      : `${pc.yellow('!')} no build is current: cases go on only in workers that name none\n  To mend it: npm run workers -- current <build>`,
  )
}
