/**
 * Checks every timeline and brings the read model back to what they say: `npm run rebuild [-- --check]`. Ends with 1 where
 * a timeline is broken, or where `--check` found a difference.
 */
import { parseArgs } from 'node:util'
import pc from 'picocolors'
import { type Finding, type RebuildReport, rebuild } from '../activities/record/rebuild.ts'
import { caseDeps } from '../engine/case-deps.ts'
import { commandEnv } from '../infra/local/settings.ts'
import { createLogger } from '../infra/logger.ts'
import { connectMongo, disconnectMongo } from '../infra/mongo.ts'
import { screenProgress } from '../infra/progress.ts'
import { regenciesWithCases } from '../models/case/regencies.ts'
import { inRegency } from '../models/tenancy.ts'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const env = commandEnv()
const progress = screenProgress()
const count = (number: number) => number.toLocaleString('id-ID')

await connectMongo(env.MONGODB_URI)
try {
  const deps = await caseDeps(env, createLogger('rebuild', 'warn'))
  for (const regency of await regenciesWithCases()) {
    const report = await inRegency(regency, () =>
      rebuild(deps, {
        check: values.check,
        onProgress: (done, all) => progress.update(`Timelines of ${regency} · ${count(done)}/${count(all)}`),
      }),
    )
    tell(regency, report)
  }
} finally {
  await disconnectMongo()
}

function tell(regency: string, { cases, lines, findings, orphans, tallies }: RebuildReport): void {
  const broken = findings.filter(({ kind }) => kind === 'broken')
  const differing = findings.length - broken.length
  for (const finding of findings) progress.line(`${pc.red('✗')} ${finding.number} ${words(finding)}`)
  for (const id of orphans) progress.line(`${pc.red('✗')} application ${id} is gone, its timeline is there`)
  const done = values.check ? `${count(differing)} differ from it` : `${count(differing)} were mended`
  const sum = `${count(cases)} cases, ${count(lines)} lines; read model: ${done}; timelines: ${count(broken.length)} broken; sums: ${count(tallies)} ${values.check ? 'differ' : 'were mended'}`
  const ok = broken.length + orphans.length === 0
  progress.line(`${ok ? pc.green('✓') : pc.red('✗')} ${regency} ${pc.dim(sum)}`)
  if (!ok || (values.check && differing + tallies > 0)) process.exitCode = 1
}

function words(finding: Finding): string {
  if (finding.kind === 'differs') return `${values.check ? 'differs' : 'was mended'}: ${finding.what.join(', ')}`
  switch (finding.why) {
    case 'missing':
      return `line ${finding.line} of its timeline is missing`
    case 'changed':
      return `line ${finding.line} of its timeline was changed after it was written`
    case 'lost':
      return `its timeline is lost from line ${finding.line} on; the application remembers more`
    case 'contradicts':
      return `its timeline of ${finding.line} lines contradicts itself`
  }
}
