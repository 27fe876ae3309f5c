import type { Job, JobRow } from '../../../contracts/jobs.ts'

/** Whether signing once more may help: not where the case has gone on, or is not one's own. */
export function canRetry({ state, code }: Pick<JobRow, 'state' | 'code'>): boolean {
  if (state === 'unknown' || state === 'skipped') return true
  return state === 'refused' && (code === 'case-busy' || (code?.startsWith('signing-') ?? false))
}

const order: Record<JobRow['state'], number> = {
  refused: 0,
  unknown: 0,
  'under-way': 1,
  skipped: 2,
  waiting: 3,
  done: 4,
}

/** What went wrong first once all is told; until then as they were chosen, so that nothing jumps under the finger. */
export function shownRows({ rows, doneAt }: Job): JobRow[] {
  return doneAt ? rows.toSorted((one, other) => order[one.state] - order[other.state]) : rows
}

/** Why the rest was left alone: the row that stopped it; null where nothing was, or no row did. */
export function stoppedBy({ rows }: Job): { row: JobRow | null; left: number } | null {
  const left = rows.filter(({ state }) => state === 'skipped')
  const [first] = left
  if (!first) return null
  return { row: rows.find(({ state, code }) => state === 'refused' && code === first.code) ?? null, left: left.length }
}
