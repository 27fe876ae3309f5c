/** Speed as ratios to something measured in the same run; `npm run bench -- lifecycles` or `-- inbox` for one of them. */
import { openBenchHouse } from '../bench/house.ts'
import { benchInbox } from '../bench/inbox.ts'
import { benchLifecycles } from '../bench/lifecycles.ts'
import { tellInbox, tellLifecycles } from '../bench/report.ts'

const [only] = process.argv.slice(2)
const house = await openBenchHouse()
try {
  if (only !== 'inbox') {
    for (const inFlight of [16, 50]) tellLifecycles(await benchLifecycles(house, { count: 150, inFlight, pairs: 3 }))
  }
  if (only !== 'lifecycles') tellInbox(await benchInbox(house, { tasks: 100_000, inFlight: 50, requests: 3_000 }))
} finally {
  await house.close()
}
