import { z } from 'zod'
import type { Counts } from './tally.ts'

const schema = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

/**
 * Counts what vitest's JSON report holds. A file that could not be loaded has no tests, so it counts as one failed; so
 * does a run that failed otherwise (an error outside tests), that ran nothing, or that left no report (`undefined`).
 */
export function countReport(json: string | undefined): Counts {
  if (json === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const report = schema.parse(JSON.parse(json))
  const passed = report.numPassedTests
  const skipped = report.numPendingTests + report.numTodoTests
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failed = report.numFailedTests + unloaded.length
  const unexplained = failed === 0 && (!report.success || passed + skipped === 0)
  return { passed, failed: unexplained ? 1 : failed, skipped }
}
