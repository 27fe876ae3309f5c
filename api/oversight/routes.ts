import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { StandingRow, TimeLeftRow } from '../../contracts/oversight.ts'
import {
  AgeingRow,
  ExplainOvertaking,
  OvertakingRow,
  ResultRow,
  SpentRow,
  TrendRow,
} from '../../contracts/oversight-history.ts'
import { KpiRow } from '../../contracts/oversight-kpis.ts'
import { TaskRow } from '../../contracts/tasks.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { type OpenBook, openBooks } from './book/book.ts'
import { explainOvertaking, explainPath } from './explain.ts'
import { ExportQuery, sendExport } from './export/send.ts'
import { listAgeing, listResults, listSpent, listTrend } from './history.ts'
import { listKpis } from './kpis.ts'
import { listOvertakings } from './overtakings.ts'
import { listStanding, listTimeLeft, listWatched } from './standing.ts'

export const oversight: ApiResource = {
  name: 'oversight',
  routes({ hub }) {
    const router = Router()
    const bookOf = openBooks(hub)
    const now = (list: (book: OpenBook, request: Request, response: Response) => Promise<void>) => {
      return (request: Request, response: Response) => list(bookOf(request.regency), request, response)
    }
    router.get('/oversight/standing', now(listStanding))
    router.get('/oversight/time-left', now(listTimeLeft))
    router.get('/oversight/tasks', now(listWatched))
    router.get('/oversight/kpis', now(listKpis))
    router.get('/oversight/export/:table', now(sendExport))
    router.get('/oversight/results', listResults)
    router.get('/oversight/trend', listTrend)
    router.get('/oversight/time-spent', listSpent)
    router.get('/oversight/ageing', listAgeing)
    router.get('/oversight/overtakings', listOvertakings)
    router.post('/oversight/overtakings/:application/:task/reasons', explainOvertaking)
    return router
  },
  paths: {
    '/api/oversight/standing': {
      get: operation({
        tag: 'Oversight',
        summary: 'Open tasks by how their clocks stand now, for offices, services, steps or officers',
        description: '`filter.by` says what is told apart. `X-As-Of` says up to when everything is counted.',
        list: true,
        answer: StandingRow,
      }),
    },
    '/api/oversight/time-left': {
      get: operation({
        tag: 'Oversight',
        summary: 'How much time open tasks have left',
        list: true,
        answer: TimeLeftRow,
      }),
    },
    '/api/oversight/tasks': {
      get: operation({
        tag: 'Oversight',
        summary: 'The tasks behind a figure, least time left first',
        list: true,
        answer: TaskRow,
      }),
    },
    '/api/oversight/export/{table}': {
      get: operation({
        tag: 'Oversight',
        summary: 'A list of oversight as a file: `standing`, `results`, `trend`, `time-spent`, `overtakings` or `kpis`',
        description: 'CSV or xlsx, up to 10,000 rows; where there are more the last line says so. Kept in the audit.',
        path: z.object({ table: z.string() }),
        query: ExportQuery,
        media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      }),
    },
    '/api/oversight/kpis': listOf('What the regency holds itself to: value, target and trend', KpiRow),
    '/api/oversight/results': listOf('What became of the tasks decided in a period', ResultRow),
    '/api/oversight/trend': listOf('How many tasks were decided within their clocks, by week or month', TrendRow),
    '/api/oversight/time-spent': listOf('Cases that ended in a period: terms kept, and whose time they took', SpentRow),
    '/api/oversight/ageing': listOf('Open cases by their age', AgeingRow),
    '/api/oversight/overtakings': listOf('Decisions that went before older equals, the latest first', OvertakingRow),
    '/api/oversight/overtakings/{application}/{task}/reasons': {
      post: operation({
        tag: 'Oversight',
        summary: 'Say why a decision went before older equals; what is said stays, and more can be added',
        description: 'For whoever decided it, and those who answer for its office. Name no applicant.',
        keyed: true,
        path: explainPath,
        body: ExplainOvertaking,
        status: 201,
        answer: OvertakingRow,
        refusals: { 409: 'As many reasons are kept as there may be.' },
      }),
    },
  },
}

function listOf(summary: string, answer: z.ZodType) {
  const description = '`X-As-Of` says up to when everything is counted.'
  return { get: operation({ tag: 'Oversight', summary, description, list: true, answer }) }
}
