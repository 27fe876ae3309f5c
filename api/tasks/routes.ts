import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { Id } from '../../contracts/common.ts'
import {
  ArriveAtVisit,
  AssignTask,
  Candidate,
  DecidedTask,
  DecideTask,
  ScheduleVisit,
  TaskDetail,
  TaskRow,
} from '../../contracts/tasks.ts'
import { presentApplicationRow } from '../case/present-row.ts'
import { presentTaskRows } from '../case/present-task.ts'
import { readerOf } from '../case/reader.ts'
import { invalidField, notFound } from '../errors/problems.ts'
import { signedIn } from '../middleware/ability.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { candidatesFor } from './candidates.ts'
import { decide } from './decide.ts'
import { assign, claim, release } from './desk-acts.ts'
import { type Found, findTask, findTaskAtDesk, findTaskToAssign, readTaskAgain } from './find.ts'
import { listTasks } from './list.ts'
import { showTask } from './present-detail.ts'
import { draftOf } from './preview.ts'
import { arrive, depart, schedule } from './visits.ts'

const path = z.object({ id: Id })
const Nothing = z.strictObject({})

export const tasks: ApiResource = {
  name: 'tasks',
  routes({ env, cases }) {
    const router = Router()
    router.get('/tasks', listTasks)

    router.get('/tasks/:id', async (request, response) => {
      const found = await findTask(request, request.params.id)
      response.json(await showTask(request, found, env))
    })

    router.get('/tasks/:id/candidates', async (request, response) => {
      const { task } = await findTaskToAssign(request, request.params.id)
      response.json(await candidatesFor(task))
    })

    router.get('/tasks/:id/preview', async (request, response) => {
      const found = await findTaskAtDesk(request, request.params.id, 'decide')
      const pdf = await draftOf(cases, found, signedIn(request))
      if (!pdf) throw notFound()
      response.set('Cache-Control', 'private, no-store').type('application/pdf').send(Buffer.from(pdf))
    })

    router.post('/tasks/:id/claim', async (request, response) => {
      const found = await findTaskAtDesk(request, request.params.id, 'claim')
      parse(Nothing, request.body)
      await claim(cases, { ...found, person: signedIn(request), key: request.idempotencyKey })
      await sendRow(request, response, found)
    })

    router.post('/tasks/:id/release', async (request, response) => {
      const found = await findTaskAtDesk(request, request.params.id, 'claim')
      parse(Nothing, request.body)
      await release(cases, { ...found, person: signedIn(request), key: request.idempotencyKey })
      await sendRow(request, response, found)
    })

    router.post('/tasks/:id/assign', async (request, response) => {
      const found = await findTaskToAssign(request, request.params.id)
      const { officer } = parse(AssignTask, request.body)
      const candidates = await candidatesFor(found.task)
      if (!candidates.some(({ id }) => id === officer)) throw notAtThisDesk()
      await assign(cases, { ...found, person: signedIn(request), key: request.idempotencyKey, officer })
      await sendRow(request, response, found)
    })

    router.post('/tasks/:id/schedule', async (request, response) => {
      const found = await findTaskAtDesk(request, request.params.id, 'decide')
      const body = parse(ScheduleVisit, request.body)
      await schedule(cases, { ...found, person: signedIn(request), key: request.idempotencyKey }, body)
      await sendRow(request, response, found)
    })

    router.post('/tasks/:id/depart', async (request, response) => {
      const found = await findTaskAtDesk(request, request.params.id, 'decide')
      parse(Nothing, request.body)
      await depart(cases, { ...found, person: signedIn(request), key: request.idempotencyKey })
      await sendRow(request, response, found)
    })

    router.post('/tasks/:id/arrive', async (request, response) => {
      const found = await findTaskAtDesk(request, request.params.id, 'decide')
      const body = parse(ArriveAtVisit, request.body)
      await arrive(cases, { ...found, person: signedIn(request), key: request.idempotencyKey }, body)
      await sendRow(request, response, found)
    })

    router.post('/tasks/:id/decide', async (request, response) => {
      const found = await findTaskAtDesk(request, request.params.id, 'decide')
      const body = parse(DecideTask, request.body)
      await decide(cases, { ...found, person: signedIn(request), key: request.idempotencyKey, body })
      const { task, application } = await readTaskAgain(found)
      const reader = readerOf(request)
      const [row] = await presentTaskRows([task], reader)
      response.json({ task: row, application: presentApplicationRow(application, await reader.words(application)) })
    })
    return router
  },
  paths: {
    '/api/tasks': {
      get: operation({
        tag: 'Tasks',
        summary: 'The inbox: least time left first, what is open unless asked otherwise',
        list: true,
        answer: TaskRow,
      }),
    },
    '/api/tasks/{id}': {
      get: operation({ tag: 'Tasks', summary: 'A task with its case', path, answer: TaskDetail }),
    },
    '/api/tasks/{id}/candidates': {
      get: operation({ tag: 'Tasks', summary: 'Whom it can be given to', path, answer: z.array(Candidate) }),
    },
    '/api/tasks/{id}/preview': {
      get: operation({
        tag: 'Tasks',
        summary: 'The letter that signing would make, without a number',
        path,
        media: 'application/pdf',
      }),
    },
    '/api/tasks/{id}/claim': { post: deskAct('Take the task up') },
    '/api/tasks/{id}/release': { post: deskAct('Give the task back to its desk') },
    '/api/tasks/{id}/assign': { post: deskAct('Give the task to a colleague', AssignTask) },
    '/api/tasks/{id}/schedule': { post: deskAct('Set the appointment of an inspection', ScheduleVisit) },
    '/api/tasks/{id}/depart': { post: deskAct('The inspector is on the way') },
    '/api/tasks/{id}/arrive': { post: deskAct('The inspector has arrived', ArriveAtVisit) },
    '/api/tasks/{id}/decide': {
      post: operation({
        tag: 'Tasks',
        summary: 'Decide; answers when the next read shows it',
        description:
          'The same `Idempotency-Key` again answers as the first time did. After a code `signing-…` the task is open ' +
          'again under the same number: sign again with a new key.',
        keyed: true,
        path,
        body: DecideTask,
        answer: DecidedTask,
        refusals: { 409: 'The case cannot take this decision now; `code` says why.' },
      }),
    },
  },
}

function deskAct(summary: string, body: z.ZodType = Nothing) {
  const refusals = { 409: 'The task is not open, or a colleague holds it.' }
  return operation({ tag: 'Tasks', summary, keyed: true, path, body, answer: TaskRow, refusals })
}

async function sendRow(request: Request, response: Response, found: Found): Promise<void> {
  const { task } = await readTaskAgain(found)
  const [row] = await presentTaskRows([task], readerOf(request))
  response.json(row)
}

const notAtThisDesk = () =>
  invalidField('officer', 'not-at-this-desk', {
    id: 'Petugas ini tidak bertugas di meja tersebut hari ini.',
    en: 'This officer does not sit at that desk today.',
  })
