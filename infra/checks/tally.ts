import pc from 'picocolors'
import type { Progress } from '../progress.ts'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** Adds up what the runs of one `npm test` say, each on a line of its own. */
export interface Tally {
  /** Counts one run; when anything failed, what it wrote is shown whole. */
  add(label: string, counts: Counts, seconds: number, output: string): void
  readonly total: Counts
  /** `12 passed, 0 failed`, with `, 1 skipped` when there are any. */
  lastLine(): string
}

export function startTally(progress: Progress): Tally {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 }
  return {
    total,
    add(label, counts, seconds, output) {
      total.passed += counts.passed
      total.failed += counts.failed
      total.skipped += counts.skipped
      const mark = counts.failed > 0 ? pc.red('✗') : pc.green('✓')
      progress.line(`${mark} ${label} · ${words(counts)} ${pc.dim(`(${seconds.toFixed(1)} s)`)}`)
      if (counts.failed > 0) progress.line(output.trim())
    },
    lastLine: () => words(total),
  }
}

function words({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
