import type { Request, Response } from 'express'
import { TaskFilter } from '../../contracts/tasks.ts'
import { Task, type TaskRecord } from '../../models/case/task.ts'
import { presentTaskRows } from '../case/present-task.ts'
import { readerOf } from '../case/reader.ts'
import { authorise, signedIn } from '../middleware/ability.ts'
import { countLimit, parseList, sendList, totalOf } from '../middleware/list-query.ts'
import { deskFilter } from './desks.ts'
import { taskFilter } from './filter.ts'

/** Least time left first; paused tasks, which have no due instant, come before those when they are asked for. */
const rules = {
  filter: TaskFilter,
  sortable: { dueAt: 'dueAt' },
  defaultSort: ['dueAt', 'ASC'],
} as const

export async function listTasks(request: Request, response: Response): Promise<void> {
  const may = authorise(request, 'read', 'task')
  const person = signedIn(request)
  const list = parseList(request.query, rules)
  const { id, application } = list.filter
  const desks = id || application ? {} : deskFilter(person)
  const filter = { $and: [may, desks, taskFilter(list.filter, person.account, Date.now())] }
  const rows = await Task.find(filter).sort(list.sort).skip(list.skip).limit(list.limit).lean<TaskRecord[]>()
  const total = await totalOf(rows, list, async () => Task.countDocuments(filter, { limit: countLimit }))
  sendList(response, 'tasks', list, await presentTaskRows(rows, readerOf(request)), total)
}
