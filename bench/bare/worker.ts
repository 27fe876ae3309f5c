import { fileURLToPath } from 'node:url'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { MongoClient } from 'mongodb'
import { runService } from '../../infra/local/service.ts'

export const bareQueue = 'bare'

/** Runs the yardstick's workflow; its activity writes one document, as durably as a record does. */
await runService(async () => {
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] })
  const mongo = await MongoClient.connect(process.env.MONGODB_URI ?? '')
  const kept = mongo.db('bare').collection('kept')
  const connection = await NativeConnection.connect({ address: process.env.TEMPORAL_ADDRESS ?? '' })
  const worker = await Worker.create({
    connection,
    taskQueue: bareQueue,
    workflowsPath: fileURLToPath(new URL('./workflow.ts', import.meta.url)),
    activities: {
      async keep(step: number): Promise<number> {
        await kept.insertOne({ step, at: new Date() }, { writeConcern: { w: 'majority' } })
        return step
      },
    },
    workflowTaskPollerBehavior: { type: 'autoscaling' },
    activityTaskPollerBehavior: { type: 'autoscaling' },
  })
  const done = worker.run()
  return {
    done,
    async stop() {
      worker.shutdown()
      await done
      await connection.close()
      await mongo.close()
    },
  }
})
