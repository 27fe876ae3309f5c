import { Router } from 'express'
import { z } from 'zod'
import { Id } from '../../contracts/common.ts'
import { DecideTasks, Job } from '../../contracts/jobs.ts'
import { type JobRecord, Job as Jobs } from '../../models/job/job.ts'
import { invalidFields, notFound } from '../errors/problems.ts'
import { authorise, signedIn } from '../middleware/ability.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { noReason } from '../tasks/decision.ts'
import { openJob } from './open-job.ts'
import { presentJob } from './present.ts'

export const jobs: ApiResource = {
  name: 'jobs',
  routes() {
    const router = Router()
    router.post('/tasks/decide', async (request, response) => {
      const { account } = signedIn(request)
      const may = authorise(request, 'decide', 'task')
      const body = parse(DecideTasks, request.body)
      if (body.decision === 'reject' && !body.note) throw invalidFields([noReason], 422)
      const { job } = await openJob({ account, key: request.idempotencyKey, may, ...body })
      response.status(202).location(`/api/jobs/${job._id}`).json(presentJob(job))
    })

    router.get('/jobs/:id', async (request, response) => {
      const may = authorise(request, 'read', 'job')
      const job = await Jobs.findOne({ $and: [{ _id: request.params.id }, may] }).lean<JobRecord>()
      if (!job) throw notFound()
      response.set('Cache-Control', 'private, no-store').json(presentJob(job))
    })
    return router
  },
  paths: {
    '/api/tasks/decide': {
      post: operation({
        tag: 'Tasks',
        summary: 'One decision on many tasks: a job that goes on by itself',
        description:
          'Every task is decided as `POST /api/tasks/{id}/decide` would decide it, at most 10 at once; what is refused is ' +
          'told in its row. Tasks to sign, to bring a document to or to return are decided one by one. The same ' +
          '`Idempotency-Key` again answers with the same job as it now stands.',
        keyed: true,
        body: DecideTasks,
        status: 202,
        answer: Job,
      }),
    },
    '/api/jobs/{id}': {
      get: operation({
        tag: 'Tasks',
        summary: 'How far a job is, row by row: one’s own, for 30 days',
        path: z.object({ id: Id }),
        answer: Job,
      }),
    },
  },
}
