import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Counts } from './tally.ts'
import { runTool } from './tool.ts'
import { countReport } from './vitest-report.ts'

export interface VitestOutcome {
  counts: Counts
  output: string
  seconds: number
}

/** Runs one project of `vitest.config.ts`; `filters` narrow the files. */
export async function runVitest(
  project: string,
  filters: string[],
  env: Record<string, string>,
): Promise<VitestOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'lontar-report-'))
  const report = join(folder, 'report.json')
  try {
    const { ok, output, seconds } = await runTool(
      'vitest',
      ['run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...filters],
      env,
    )
    const counts = countReport(existsSync(report) ? await readFile(report, 'utf8') : undefined)
    if (!ok && counts.failed === 0) counts.failed = 1
    return { counts, output, seconds }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
