import type { Plan, PlannedRow } from './plan.ts'
import { isError, type RowProblem } from './rows/problem.ts'
import type { Outcome } from './take-over.ts'

/** What is kept of an import: counts, old and new numbers, what was wrong. No names, no NIK, no answers. */
export type ImportReport = {
  file: string
  at: string
  dryRun: boolean
  counts: {
    rows: number
    /** Rows that became cases, or would. */
    cases: number
    open: number
    already: number
    /** Rows that say something else than when they were taken over: left as they were. */
    changed: number
    refused: number
    failed: number
    started: number
    notStarted: number
  }
  /** By service and status. */
  cases: Record<string, Record<string, number>>
  /** By where open cases wait. */
  waiting: Record<string, number>
  late: number
  issuesAtOnce: number
  numbers: { inSeries: number; otherwise: number; withPdf: number; archived: number }
  series: Outcome['series']
  taken: { line: number; reference: string; number: string }[]
  changed: { line: number; reference: string }[]
  failed: Outcome['failed']
  problems: RowProblem[]
}

/** @param outcome null for a dry run */
export function reportOf(plan: Plan, outcome: Outcome | null, { file, at }: { file: string; at: Date }): ImportReport {
  const { rows, known, problems } = plan
  const refused = new Set(problems.filter(isError).map(({ line }) => line))
  const papers = rows.flatMap(({ paper }) => paper ?? [])
  const changed = known.filter(({ isChanged }) => isChanged)
  return {
    file,
    at: at.toISOString(),
    dryRun: outcome === null,
    counts: {
      rows: plan.read,
      cases: outcome ? outcome.taken.length : rows.length,
      open: rows.filter(({ outlook }) => !outlook.closed).length,
      already: known.length,
      changed: changed.length,
      refused: refused.size,
      failed: outcome?.failed.length ?? 0,
      started: outcome?.started ?? 0,
      notStarted: outcome?.notStarted ?? 0,
    },
    cases: byService(rows),
    waiting: tally(rows.flatMap(({ outlook, row }) => (outlook.waitsAt ? [`${row.service}: ${outlook.waitsAt}`] : []))),
    late: rows.filter(({ outlook }) => outlook.isLate).length,
    issuesAtOnce: rows.filter(({ outlook }) => outlook.issuesAtOnce).length,
    numbers: {
      inSeries: papers.filter(({ placed }) => placed !== null).length,
      otherwise: papers.filter(({ placed }) => placed === null).length,
      withPdf: rows.filter(({ row }) => row.document?.file !== undefined).length,
      archived: rows.filter(({ row }) => row.document !== undefined && row.document.file === undefined).length,
    },
    series: outcome?.series ?? [],
    taken: outcome?.taken.map(({ line, reference, number }) => ({ line, reference, number })) ?? [],
    changed: changed.map(({ line, key }) => ({ line, reference: key })),
    failed: outcome?.failed ?? [],
    problems,
  }
}

function byService(rows: PlannedRow[]): ImportReport['cases'] {
  const services = Map.groupBy(rows, ({ row }) => row.service)
  return Object.fromEntries(
    [...services].map(([code, members]) => [
      code,
      tally(members.map(({ outlook }) => `${outlook.status}${outlook.closed ? '' : ' (open)'}`)),
    ]),
  )
}

function tally(words: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words.toSorted()) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
