/**
 * Takes over an old register and its open cases: `npm run import -- <file.csv|file.jsonl> [--dry-run] [--service code]
 * [--skip-wrong] [--report file]`. See docs/how-to/take-over-an-old-register.md.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { parseArgs } from 'node:util'
import pc from 'picocolors'
import { agenciesOf } from '../api/applications/agencies.ts'
import { newTrackingCode } from '../api/case/tracking-code.ts'
import { openHouse } from '../importer/open-house.ts'
import { hasErrors, planImport } from '../importer/plan.ts'
import { reportOf } from '../importer/report.ts'
import { counted, reportLines } from '../importer/report-words.ts'
import { readRows } from '../importer/rows/read-rows.ts'
import { takeOver } from '../importer/take-over.ts'
import { commandEnv, localPacks } from '../infra/local/settings.ts'
import { createLogger } from '../infra/logger.ts'
import { screenProgress } from '../infra/progress.ts'
import { inRegency } from '../models/tenancy.ts'

const usage =
  'Usage: npm run import -- <file.csv|file.jsonl> [--dry-run] [--service code] [--skip-wrong] [--report file]'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'dry-run': { type: 'boolean', default: false },
    service: { type: 'string' },
    'skip-wrong': { type: 'boolean', default: false },
    report: { type: 'string' },
  },
})
const [file, ...others] = positionals
if (!file || others.length > 0) {
  console.error(usage)
  process.exit(2)
}
process.exitCode = await run(file)

async function run(path: string): Promise<number> {
  const env = commandEnv()
  const progress = screenProgress()
  const at = new Date()
  const regency = env.REGENCY ?? basename(localPacks()[0] ?? '')
  const house = await openHouse(env, createLogger('import', 'warn'), {
    agencies: agenciesOf,
    trackingCode: newTrackingCode,
  })
  try {
    return await inRegency(regency, async () => {
      const options = { dir: dirname(path), service: values.service }
      const onProgress = (done: number, all: number) => progress.update(`Checking · ${counted(done)}/${counted(all)}`)
      const plan = await planImport(house.of(regency), await readRows(path), { ...options, onProgress })
      const refused = hasErrors(plan) && !values['skip-wrong']
      const outcome =
        values['dry-run'] || refused
          ? null
          : await takeOver(house.of(regency), plan, {
              ...options,
              at,
              onProgress: (step, done, all) =>
                progress.update(`${step === 'cases' ? 'Taking over' : 'Starting'} · ${counted(done)}/${counted(all)}`),
            })
      const report = reportOf(plan, outcome, { file: basename(path), at })
      for (const line of reportLines(report)) progress.line(line)
      const target =
        values.report ??
        (outcome ? `${path}.report-${at.toISOString().slice(0, 19).replaceAll(':', '')}.json` : undefined)
      if (target) keepReport(target, report, progress.line)
      if (refused && !values['dry-run'])
        progress.line(pc.red('Nothing was taken over: mend the rows above, or add --skip-wrong.'))
      return refused || (outcome?.failed.length ?? 0) > 0 || (outcome?.notStarted ?? 0) > 0 ? 1 : 0
    })
  } finally {
    await house.close()
  }
}

/** For the office alone: old and new numbers stand in it. */
function keepReport(target: string, report: unknown, say: (line: string) => void): void {
  rmSync(target, { force: true })
  writeFileSync(target, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 })
  say(`${pc.green('✓')} report ${pc.dim(target)}`)
}
