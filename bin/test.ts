/**
 * Types, lint and every test, on servers of its own. `npm test -- unit flow` runs these projects only,
 * `npm test -- flow test/api` the files of one that match.
 */
import { startTally } from '../infra/checks/tally.ts'
import { runTool, tools } from '../infra/checks/tool.ts'
import { runVitest } from '../infra/checks/vitest-run.ts'
import { buildScreens } from '../infra/local/screens.ts'
import { screenProgress } from '../infra/progress.ts'
import { ensureChromium } from '../infra/servers/chromium.ts'
import { ensureMongod } from '../infra/servers/mongod.ts'
import { ensureTemporal } from '../infra/servers/temporal-server.ts'

/**
 * Rounds, one after the other, and the lanes of each side by side: faults wait most of the time, on servers of their own, and
 * leave room for the browser and what else there is.
 */
const rounds = [[['unit']], [['flow']], [['browser', 'apart', 'replay'], ['faults']]]
const projects = rounds.flat(2)
const wanted = process.argv.slice(2)
const chosen = projects.filter((project) => wanted.includes(project))
const filters = wanted.filter((word) => !projects.includes(word))

const progress = screenProgress()
const tally = startTally(progress)

await counted('servers', async () => {
  await ensureMongod(progress)
  await ensureTemporal(progress)
  await ensureChromium(progress)
})
if (chosen.length === 0) {
  for (const { label, program, args } of tools) {
    progress.update(label)
    const { ok, output, seconds } = await runTool(program, args)
    tally.add(label, { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }, seconds, output)
  }
}
for (const round of rounds) {
  const lanes = round.map((lane) => lane.filter((project) => chosen.length === 0 || chosen.includes(project)))
  const now = lanes.flat()
  if (now.length === 0) continue
  if (now.includes('browser')) await counted('screens', () => buildScreens(progress))
  const timer = ticking(now.join(' and '))
  await Promise.all(
    lanes.map(async (lane) => {
      for (const project of lane) await run(project)
    }),
  )
  clearInterval(timer)
}
process.stdout.write(`${tally.lastLine()}\n`)
process.exitCode = tally.total.failed > 0 ? 1 : 0

async function run(project: string): Promise<void> {
  const { counts, output, seconds } = await runVitest(project, filters, {})
  tally.add(project, counts, seconds, output)
}

/** Counts only when it fails: it is what the tests stand on. */
async function counted(label: string, prepare: () => Promise<void>): Promise<void> {
  const started = Date.now()
  try {
    await prepare()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    tally.add(label, { passed: 0, failed: 1, skipped: 0 }, (Date.now() - started) / 1000, why)
  }
}

function ticking(what: string): NodeJS.Timeout {
  const started = Date.now()
  progress.update(what)
  return setInterval(() => progress.update(`${what} · ${Math.round((Date.now() - started) / 1000)} s`), 1_000)
}
