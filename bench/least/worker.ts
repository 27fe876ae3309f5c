import { fileURLToPath } from 'node:url'
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { runService } from '../../infra/local/service.ts'
import { openStore } from './store.ts'

await runService(async () => {
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] })
  const store = await openStore(process.env.MONGODB_URI ?? '')
  const connection = await NativeConnection.connect({ address: process.env.TEMPORAL_ADDRESS ?? '' })
  const worker = await Worker.create({
    connection,
    taskQueue: 'least',
    workflowsPath: fileURLToPath(new URL('./workflow.ts', import.meta.url)),
    activities: { record: store.record },
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
      await store.close()
    },
  }
})
