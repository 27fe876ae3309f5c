/**
 * Speed as ratios to something measured in the same run; `npm run bench -- lifecycles`, `inbox` or `phone` for one of them;
 * `lifecycles memory` has Temporal keep everything in memory, where it is fastest and forgets.
 * `npm run bench -- oversight [open] [closed]` measures what supervisors ask among so many tasks.
 * `npm run bench -- register [licences] [due at once] [minutes]` measures what sleeping licences cost, on servers of its own.
 * `npm run bench -- calendars [cases] [running]` measures a day off announced while so many cases are open.
 */

import { benchCalendars } from '../bench/calendars/calendars.ts'
import { type BenchHouse, openBenchHouse } from '../bench/house.ts'
import { benchInbox } from '../bench/inbox.ts'
import { benchLifecycles } from '../bench/lifecycles.ts'
import { benchOversight } from '../bench/oversight/bench.ts'
import { benchPhone } from '../bench/phone/bench.ts'
import { tellPhone } from '../bench/phone/report.ts'
import { benchRegister } from '../bench/register/register.ts'
import { tellCalendars, tellInbox, tellLifecycles, tellOversight, tellRegister } from '../bench/report.ts'
import { buildScreens } from '../infra/local/screens.ts'
import { screenProgress } from '../infra/progress.ts'

const [only, size, due, minutes] = process.argv.slice(2)

const benches: Record<string, (house: BenchHouse) => Promise<void>> = {
  async lifecycles(house) {
    for (const inFlight of [16, 50]) tellLifecycles(await benchLifecycles(house, { count: 150, inFlight, turns: 3 }))
  },
  async inbox(house) {
    tellInbox(await benchInbox(house, { tasks: 100_000, inFlight: 50, requests: 3_000 }))
  },
  async oversight(house) {
    const [open, closed] = [Number(size ?? 200_000), Number(due ?? 1_000_000)]
    tellOversight(await benchOversight(house, { open, closed, requests: 300, inFlight: 4 }))
  },
  async calendars(house) {
    tellCalendars(await benchCalendars(house, { cases: Number(size ?? 5_000), running: Number(due ?? 200) }))
  },
  async phone(house) {
    tellPhone(await benchPhone(house, { turns: 5 }))
  },
}

if (only === 'register')
  tellRegister(
    await benchRegister({
      licences: Number(size ?? 100_000),
      due: Number(due ?? 1_000),
      minutes: Number(minutes ?? 240),
    }),
  )
else await benchRatios(Object.entries(benches).filter(([name]) => !only || name === only))

async function benchRatios(chosen: [string, (house: BenchHouse) => Promise<void>][]): Promise<void> {
  if (chosen.length === 0)
    throw new Error(`There is no bench "${only}". Known: ${Object.keys(benches).join(', ')}, register`)
  if (chosen.some(([name]) => name === 'phone')) await buildScreens(screenProgress())
  const house = await openBenchHouse({ inMemory: size === 'memory' })
  try {
    for (const [, bench] of chosen) await bench(house)
  } finally {
    await house.close()
  }
}
