import { Router } from 'express'
import { Job } from '../../contracts/jobs.ts'
import { SignTasks, TrayRow } from '../../contracts/tray.ts'
import { openJob } from '../jobs/open-job.ts'
import { presentJob } from '../jobs/present.ts'
import { authorise, signedIn } from '../middleware/ability.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { listTray } from './list.ts'

export const tray: ApiResource = {
  name: 'tray',
  routes({ trays, limits }) {
    const router = Router()
    router.get('/tray', listTray)

    router.post('/tasks/sign', limits.sign, async (request, response) => {
      const { account } = signedIn(request)
      const may = authorise(request, 'sign', 'task')
      const { tasks, signing } = parse(SignTasks, request.body)
      const ids = tasks.map(({ id }) => id)
      const asked = { account, key: request.idempotencyKey, may, tasks: ids, decision: 'sign' as const }
      const { job, isNew } = await openJob({ ...asked, lease: trays.lease() })
      if (isNew) trays.sign(job, signing.passphrase)
      response.status(202).location(`/api/jobs/${job._id}`).json(presentJob(job))
    })
    return router
  },
  paths: {
    '/api/tray': {
      get: operation({
        tag: 'Tasks',
        summary: 'What waits for one’s own signature: what has to be looked at first, then least time left',
        list: true,
        answer: TrayRow,
      }),
    },
    '/api/tasks/sign': {
      post: operation({
        tag: 'Tasks',
        summary: 'Sign up to 50 documents with one passphrase: a job with a row each',
        description:
          'Each is signed as `POST /api/tasks/{id}/decide` signs it, at most 4 at once, the first alone. A wrong ' +
          'passphrase, or a certificate that cannot sign, ends it: the rest is `skipped`. The passphrase stays in the memory ' +
          'of the process that took it, for minutes; when that process ends, nothing more is signed and the rows say so. ' +
          'The same `Idempotency-Key` again answers with the same job as it now stands, and signs nothing.',
        keyed: true,
        body: SignTasks,
        status: 202,
        answer: Job,
      }),
    },
  },
}
