import { randomUUID } from 'node:crypto'
import express from 'express'
import { runService } from '../../infra/local/service.ts'
import { connectTemporal } from '../../infra/temporal.ts'
import { openStore } from './store.ts'
import { decide, least } from './workflow.ts'

/** Files and decides as Lontar's API does, with nobody to refuse, nothing to check and nothing to tell. */
await runService(async () => {
  const store = await openStore(process.env.MONGODB_URI ?? '')
  const temporal = connectTemporal({
    TEMPORAL_ADDRESS: process.env.TEMPORAL_ADDRESS ?? '',
    TEMPORAL_NAMESPACE: 'default',
  })
  const app = express()
  app.disable('x-powered-by')
  app.use(express.json())
  app.post('/sign-in', async (_request, response) => {
    response.json({ token: await store.signIn(randomUUID()) })
  })
  app.use(async (request, response, next) => {
    const session = await store.signedIn(request.get('authorization')?.replace('Bearer ', '') ?? '')
    if (!session) return void response.sendStatus(401)
    response.locals.account = session.account
    next()
  })
  app.post('/permits', async (_request, response) => {
    const permit = randomUUID()
    await store.accept(permit)
    await temporal.client.workflow.start(least, { workflowId: permit, taskQueue: 'least', args: [permit] })
    response.status(201).json({ permit })
  })
  app.post('/tasks/:id/decide', async (request, response) => {
    const task = await store.task(request.params.id)
    if (!task) return void response.sendStatus(404)
    const decisionId = request.get('idempotency-key') ?? randomUUID()
    await store.act(decisionId, task.permit, response.locals.account)
    await temporal.client.workflow
      .getHandle(task.permit)
      .executeUpdate(decide, { updateId: decisionId, args: [{ step: task.step, decisionId }] })
    response.json({ application: await store.permit(task.permit) })
  })
  const server = app.listen(Number(process.env.PORT), '127.0.0.1')
  return {
    async stop() {
      server.closeAllConnections()
      server.close()
      await temporal.close()
      await store.close()
    },
  }
})
