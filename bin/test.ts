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

const projects = ['unit', 'flow', 'replay', 'browser', 'faults']
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
for (const project of chosen.length > 0 ? chosen : projects) {
  if (project === 'browser') await counted('screens', () => buildScreens(progress))
  const timer = ticking(project)
  const { counts, output, seconds } = await runVitest(project, filters, {})
  clearInterval(timer)
  tally.add(project, counts, seconds, output)
}
process.stdout.write(`${tally.lastLine()}\n`)
process.exitCode = tally.total.failed > 0 ? 1 : 0

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

function ticking(project: string): NodeJS.Timeout {
  const started = Date.now()
  progress.update(project)
  return setInterval(() => progress.update(`${project} · ${Math.round((Date.now() - started) / 1000)} s`), 1_000)
}
