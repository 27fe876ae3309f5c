/**
 * Speed as ratios to something measured in the same run; `npm run bench -- lifecycles` or `-- inbox` for one of them.
 * `npm run bench -- register [licences] [due at once]` measures what sleeping licences cost, on servers of its own.
 */
import { openBenchHouse } from '../bench/house.ts'
import { benchInbox } from '../bench/inbox.ts'
import { benchLifecycles } from '../bench/lifecycles.ts'
import { benchRegister } from '../bench/register/register.ts'
import { tellInbox, tellLifecycles, tellRegister } from '../bench/report.ts'

const [only, size, due] = process.argv.slice(2)
if (only === 'register')
  tellRegister(await benchRegister({ licences: Number(size ?? 100_000), due: Number(due ?? 1_000) }))
else await benchRatios()

async function benchRatios(): Promise<void> {
  const house = await openBenchHouse()
  try {
    if (only !== 'inbox') {
      for (const inFlight of [16, 50]) tellLifecycles(await benchLifecycles(house, { count: 150, inFlight, pairs: 3 }))
    }
    if (only !== 'lifecycles') tellInbox(await benchInbox(house, { tasks: 100_000, inFlight: 50, requests: 3_000 }))
  } finally {
    await house.close()
  }
}
