/** Fills every pack's regency with its made-up cases, once; `demo-people` comes before. For demonstrations only. */
import pc from 'picocolors'
import { agenciesOf } from '../api/applications/agencies.ts'
import { newTrackingCode } from '../api/case/tracking-code.ts'
import { loadDemo } from '../importer/demo/load-demo.ts'
import { openHouse } from '../importer/open-house.ts'
import { counted } from '../importer/report-words.ts'
import { readEnv } from '../infra/env.ts'
import { localPacks } from '../infra/local/settings.ts'
import { createLogger } from '../infra/logger.ts'
import { screenProgress } from '../infra/progress.ts'

const env = readEnv()
if (!env.DEMO) throw new Error('Demo cases are for a demo: set DEMO=true')
const progress = screenProgress()
const accepting = { agencies: agenciesOf, trackingCode: newTrackingCode }
const house = await openHouse(env, createLogger('demo', 'warn'), accepting)
try {
  for (const pack of localPacks()) await load(pack)
} finally {
  await house.close()
}

async function load(pack: string): Promise<void> {
  const started = Date.now()
  progress.update('Demo cases · being made up')
  const loaded = await loadDemo(pack, house.of, (step, done, all) =>
    progress.update(`${step === 'cases' ? 'Demo cases' : 'Starting demo cases'} · ${counted(done)}/${counted(all)}`),
  )
  if (loaded.kind === 'none') return
  if (loaded.kind === 'there') return progress.line(`${pc.green('✓')} demo cases ${pc.dim('there already')}`)
  const { taken, failed, started: running, notStarted } = loaded.outcome
  const seconds = Math.round((Date.now() - started) / 1000)
  progress.line(
    `${pc.green('✓')} demo cases ${pc.dim(`${counted(taken.length)}, ${counted(running)} of them running, in ${seconds} s`)}`,
  )
  if (failed.length + notStarted === 0) return
  progress.line(`${pc.yellow('!')} ${failed.length} failed, ${notStarted} wait for Temporal; the next start goes on`)
}
