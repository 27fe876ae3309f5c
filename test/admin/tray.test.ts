import { describe, expect, it } from 'vitest'
import { canRetry, shownRows, stoppedBy } from '../../admin/src/tray/retry.ts'
import type { Job, JobRow } from '../../contracts/jobs.ts'

const row = (task: string, state: JobRow['state'], code: string | null = null): JobRow => ({
  task,
  number: task,
  state,
  code,
  message: code ? { id: code, en: code } : null,
  document: null,
})
const job = (rows: JobRow[], doneAt: string | null = '2026-11-28T00:00:00.000Z'): Job => ({
  id: 'j',
  kind: 'sign',
  decision: 'sign',
  at: '2026-11-28T00:00:00.000Z',
  doneAt,
  rows,
})

describe('signing what is left', () => {
  it('is offered for what may be signed yet, and not for what others decided', () => {
    const may = [
      row('a', 'unknown', 'signing-unknown'),
      row('b', 'skipped', 'signing-wrong-secret'),
      row('c', 'refused', 'signing-expired'),
      row('d', 'refused', 'case-busy'),
    ]
    const not = [
      row('e', 'done'),
      row('f', 'refused', 'task-not-open'),
      row('g', 'refused', 'not-found'),
      row('h', 'waiting'),
      row('i', 'under-way'),
    ]
    expect([...may, ...not].filter(canRetry)).toEqual(may)
  })
})

describe('the result of a tray', () => {
  const rows = [row('a', 'done'), row('b', 'skipped', 'signing-expired'), row('c', 'refused', 'signing-expired')]

  it('keeps its order while it goes on, and ends with what went wrong at its head', () => {
    expect(shownRows(job(rows, null)).map(({ task }) => task)).toEqual(['a', 'b', 'c'])
    expect(shownRows(job(rows)).map(({ task }) => task)).toEqual(['c', 'b', 'a'])
  })

  it('says what stopped it and how many were left alone', () => {
    expect(stoppedBy(job(rows))).toMatchObject({ row: { task: 'c' }, left: 1 })
    expect(stoppedBy(job([row('a', 'done'), row('b', 'refused', 'task-not-open')]))).toBeNull()
    expect(stoppedBy(job([row('a', 'skipped', 'signing-interrupted')]))).toMatchObject({ row: null, left: 1 })
  })
})
