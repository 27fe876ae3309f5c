import type { ImportReport } from './report.ts'
import type { RowProblem } from './rows/problem.ts'

/** Longest that one kind of problem is spelt out. */
const mostLines = 12

/** `1.240` */
export const counted = (count: number) => count.toLocaleString('id-ID')

/** A report for a terminal, a line each. */
export function reportLines(report: ImportReport): string[] {
  const { counts } = report
  return [
    `${counted(counts.rows)} rows in ${report.file}`,
    ...problemLines(report.problems),
    '',
    ...(report.dryRun
      ? [`Would take over ${counted(counts.cases)} cases, ${counted(counts.open)} of them open:`]
      : takenLines(report)),
    ...Object.entries(report.cases).map(([service, statuses]) => `  ${service}: ${entries(statuses)}`),
    ...Object.entries(report.waiting).map(([where, count]) => `  waiting at ${where}: ${counted(count)}`),
    ...some(report.late, 'open cases are past a deadline'),
    ...some(report.issuesAtOnce, 'cases will have a document issued by Lontar as soon as they run'),
    ...some(report.numbers.inSeries, 'document numbers go into their series'),
    ...some(report.numbers.otherwise, 'document numbers follow no pattern and are kept outside the series'),
    ...some(report.numbers.withPdf, 'documents have their PDF'),
    ...some(report.numbers.archived, 'documents are kept without a file'),
    ...report.series.map(seriesLine),
    ...some(counts.already, 'rows had been taken over before'),
    ...some(counts.changed, 'of these say something else now; they were left as they were'),
    ...(report.dryRun ? ['', 'Nothing was written: this was a dry run.'] : []),
  ]
}

function takenLines({ counts }: ImportReport): string[] {
  return [
    `Took over ${counted(counts.cases)} cases:`,
    ...some(counts.failed, 'rows could not be written; see the report'),
    ...some(counts.started, 'open cases run'),
    ...some(counts.notStarted, 'open cases wait for Temporal; run the same again'),
  ]
}

function seriesLine({ series, last, gaps }: ImportReport['series'][number]): string {
  if (gaps.length === 0) return `  series ${series} goes on after ${last}, without gaps`
  const shown = gaps.slice(0, 5).map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
  return `  series ${series} goes on after ${last}; missing ${shown.join(', ')}${gaps.length > 5 ? `, … (${gaps.length} gaps)` : ''}`
}

/** The same problem of many rows is said once. */
function problemLines(problems: RowProblem[]): string[] {
  const kinds = Map.groupBy(problems, ({ field, what, severity }) => JSON.stringify([field, what, severity]))
  return [...kinds.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const lines = same.slice(0, mostLines).map(({ line }) => line)
    const more = same.length > mostLines ? `, … (${counted(same.length)} rows)` : ''
    const mark = first.severity === 'warning' ? '!' : '✗'
    const where = `${mark} line ${lines.join(', ')}${more}`
    return [
      `${where} · ${first.field ? `${first.field} ` : ''}${first.what}`,
      ...(first.mend ? [`    → ${first.mend}`] : []),
    ]
  })
}

const some = (count: number, what: string) => (count > 0 ? [`  ${counted(count)} ${what}`] : [])
const entries = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([word, count]) => `${word} ${counted(count)}`)
    .join(', ')
