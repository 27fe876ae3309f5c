import { fileURLToPath } from 'node:url'
import { runBenchWorker } from '../worker.ts'
import { openStore } from './store.ts'

await runBenchWorker('least', fileURLToPath(new URL('./workflow.ts', import.meta.url)), async (uri) => {
  const { record, close } = await openStore(uri)
  return { activities: { record }, close }
})
