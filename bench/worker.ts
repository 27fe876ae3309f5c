import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker'
import { runService } from '../infra/local/service.ts'

type Served = { activities: object; close(): Promise<void> }

/** A process that runs one yardstick's workflow, tuned as Lontar's own worker is. `open` gets MongoDB's address. */
export function runBenchWorker(
  taskQueue: string,
  workflowsPath: string,
  open: (mongodbUri: string) => Promise<Served>,
): Promise<never> {
  return runService(async () => {
    Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] })
    const { activities, close } = await open(process.env.MONGODB_URI ?? '')
    const connection = await NativeConnection.connect({ address: process.env.TEMPORAL_ADDRESS ?? '' })
    const worker = await Worker.create({
      connection,
      taskQueue,
      workflowsPath,
      activities,
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
        await close()
      },
    }
  })
}
