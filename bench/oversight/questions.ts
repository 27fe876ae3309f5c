import type { Db } from 'mongodb'
import type { StandingRow, TimeLeftRow } from '../../contracts/oversight.ts'
import type { ResultRow, TrendRow } from '../../contracts/oversight-history.ts'
import type { TaskRow } from '../../contracts/tasks.ts'
import { plainDay } from '../../domain/indonesian-time.ts'
import { lastBuckets } from '../../domain/oversight/buckets.ts'
import { overdue, results, standing, type Told, timeLeft, trend } from './driver.ts'

const wib = 420

/** The same question, asked of Lontar over HTTP and of the database by the bare driver. */
export type Question = { name: string; over: () => Promise<Told>; bare: () => Promise<Told> }

/** What an admin of the whole regency asks. `url` and `token`: of the API. */
export function questionsOf({ url, token, db }: { url: string; token: string; db: Db }): Question[] {
  const ask = async <Row>(list: string, filter: object, more = '') => {
    const query = `filter=${encodeURIComponent(JSON.stringify(filter))}${more}`
    const headers = { authorization: `Bearer ${token}` }
    const response = await fetch(`${url}/api/oversight/${list}?${query}`, { headers })
    const rows = (await response.json()) as Row[]
    if (!response.ok || rows.length === 0) throw new Error(`${list}: ${response.status}, ${rows.length} rows`)
    return { rows, total: Number(response.headers.get('content-range')?.split('/')[1]) }
  }
  const asStanding = async (filter: object) =>
    told((await ask<StandingRow>('standing', filter)).rows, ({ office, officer, ...row }) => [
      office ?? officer ?? '',
      [row.onTime, row.warned, row.breached, row.paused, row.oldest],
    ])
  const asResults = async (filter: object) =>
    told((await ask<ResultRow>('results', filter)).rows, (row) => [
      row.office ?? `${row.service}/${row.step}`,
      [
        ...[row.decided, row.timed, row.late, row.meanHours],
        ...[row.overtakings, row.freeOvertakings, row.overtakenTasks],
      ],
    ])
  const year = { grain: 'month', from: lastBuckets(plainDay(Date.now(), wib), 'month', 12) } as const
  return [
    { name: 'standing by office', over: () => asStanding({}), bare: () => standing(db, 'agency') },
    { name: 'standing by officer', over: () => asStanding({ by: 'officer' }), bare: () => standing(db, 'assignee') },
    {
      name: 'time left',
      over: async () => {
        const { rows } = await ask<TimeLeftRow>('time-left', {})
        return told(
          rows.filter(({ open }) => open > 0),
          ({ id, open }) => [id, [open]],
        )
      },
      bare: () => timeLeft(db),
    },
    {
      name: 'tasks overdue',
      over: async () => {
        const late = { state: 'breached', office: 'kantor-1' }
        const { rows, total } = await ask<TaskRow>('tasks', late, '&range=[0,24]')
        return { ...told(rows, ({ id }) => [id, []]), total: [total] }
      },
      bare: () => overdue(db, 'kantor-1'),
    },
    {
      name: 'results by office, 12 months',
      over: () => asResults({}),
      bare: () => results(db, 'office', year),
    },
    {
      name: 'results by step, 12 months',
      over: () => asResults({ by: 'step' }),
      bare: () => results(db, 'step', year),
    },
    {
      name: 'trend, 12 months',
      over: async () =>
        told(
          (await ask<TrendRow>('trend', {})).rows.filter(({ decided }) => decided > 0),
          ({ id, decided, timed, late }) => [id, [decided, timed, late]],
        ),
      bare: () => trend(db, year),
    },
  ]
}

function told<Row>(rows: readonly Row[], of: (row: Row) => [string, (number | string)[]]): Told {
  return Object.fromEntries(rows.map(of))
}
