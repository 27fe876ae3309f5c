import type { Request, Response } from 'express'
import { TrayFilter, type TrayRow } from '../../contracts/tray.ts'
import { Task, type TaskRecord } from '../../models/case/task.ts'
import { presentTaskRows } from '../case/present-task.ts'
import { type Reader, readerOf } from '../case/reader.ts'
import { authorise } from '../middleware/ability.ts'
import { countLimit, parseList, sendList, totalOf } from '../middleware/list-query.ts'
import { stepOfTask } from '../tasks/step.ts'
import { reasonsToLook } from './reasons.ts'

/** As many as one page may hold: within it, what has to be looked at comes first. */
const pageSize = 200

const rules = {
  filter: TrayFilter,
  sortable: { dueAt: 'dueAt' },
  defaultSort: ['dueAt', 'ASC'],
  defaultLimit: pageSize,
} as const

/** What waits for this person's name, exceptions first, then least time left. */
export async function listTray(request: Request, response: Response): Promise<void> {
  const may = authorise(request, 'sign', 'task')
  const list = parseList(request.query, rules)
  const filter = { $and: [may, { kind: 'sign', status: 'open' }] }
  const tasks = await Task.find(filter).sort(list.sort).skip(list.skip).limit(list.limit).lean<TaskRecord[]>()
  const total = await totalOf(tasks, list, async () => Task.countDocuments(filter, { limit: countLimit }))
  response.set('Cache-Control', 'private, no-store')
  sendList(response, 'tray', list, await presentTray(tasks, readerOf(request)), total)
}

async function presentTray(tasks: TaskRecord[], reader: Reader): Promise<TrayRow[]> {
  const [rows, reasons] = await Promise.all([presentTaskRows(tasks, reader), reasonsToLook(tasks, reader)])
  const shown = await Promise.all(
    rows.map(async (row, index): Promise<TrayRow[]> => {
      const task = tasks[index]
      if (!task) return []
      const words = await reader.words(task)
      const step = stepOfTask(words.definition, task)
      if (step.kind !== 'sign') return []
      const preview = `/api/tasks/${encodeURIComponent(task.task)}/preview`
      return [{ ...row, document: words.document(step.document), preview, lookFirst: reasons.get(task.task) ?? [] }]
    }),
  )
  return shown.flat().toSorted((one, other) => Number(isOrdinary(one)) - Number(isOrdinary(other)))
}

const isOrdinary = ({ lookFirst }: Pick<TrayRow, 'lookFirst'>) => lookFirst.length === 0
