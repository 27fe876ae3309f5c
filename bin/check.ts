/** Types, lint and the import rule. */
import { startTally } from '../infra/checks/tally.ts'
import { runTool, tools } from '../infra/checks/tool.ts'
import { screenProgress } from '../infra/progress.ts'

const progress = screenProgress()
const tally = startTally(progress)
for (const { label, program, args } of tools) {
  progress.update(label)
  const { ok, output, seconds } = await runTool(program, args)
  tally.add(label, { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }, seconds, output)
}
process.exitCode = tally.total.failed > 0 ? 1 : 0
