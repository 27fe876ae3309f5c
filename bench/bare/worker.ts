import { fileURLToPath } from 'node:url'
import { MongoClient } from 'mongodb'
import { runBenchWorker } from '../worker.ts'

/** Runs the yardstick's workflow; its activity writes one document, as durably as a record does. */
await runBenchWorker('bare', fileURLToPath(new URL('./workflow.ts', import.meta.url)), async (uri) => {
  const mongo = await MongoClient.connect(uri)
  const kept = mongo.db('bare').collection('kept')
  return {
    activities: {
      async keep(step: number): Promise<number> {
        await kept.insertOne({ step, at: new Date() }, { writeConcern: { w: 'majority' } })
        return step
      },
    },
    close: () => mongo.close(),
  }
})
