import pc from 'picocolors'
import type { CalendarFigures } from './calendars/calendars.ts'
import type { InboxFigures } from './inbox.ts'
import type { LifecycleFigures } from './lifecycles.ts'
import type { OversightFigures } from './oversight/bench.ts'
import type { RegisterFigures } from './register/register.ts'

const one = (value: number) => value.toFixed(1)
const two = (value: number) => value.toFixed(2)

export function tellLifecycles({ inFlight, lontar, least, bare }: LifecycleFigures): void {
  console.log(pc.bold(`\nThree decisions, ${inFlight} in flight`))
  for (const [name, side] of [
    ['HTTP API', lontar],
    ['the least', least],
    ['bare workflow', bare],
  ] as const) {
    const { history, cpu, ratios } = side
    const used = Object.entries(cpu).filter(([, ms]) => ms >= 0.5)
    const all = used.reduce((sum, [, ms]) => sum + ms, 0)
    console.log(`  ${name.padEnd(14)} ${one(side.perSecond)}/s   p50 ${one(side.p50)} ms   p95 ${one(side.p95)} ms`)
    console.log(
      pc.dim(
        `  ${''.padEnd(14)} ${history.events} events, ${history.workflowTasks} workflow tasks, ${history.activities} activities; CPU ms each: ${one(all)} (${used.map(([part, ms]) => `${part} ${one(ms)}`).join(', ')})`,
      ),
    )
    if (ratios.length === 0) continue
    const sorted = [...ratios].sort((a, b) => a - b)
    const middle = two(sorted[Math.floor(sorted.length / 2)] ?? 0)
    console.log(`  ${''.padEnd(14)} of the bare workflow's rate: ${pc.bold(middle)} (${sorted.map(two).join(' ')})`)
  }
}

export function tellInbox({ tasks, inFlight, lontar, driver, ratio }: InboxFigures): void {
  console.log(pc.bold(`\nInbox among ${tasks.toLocaleString('en')} open tasks, ${inFlight} in flight`))
  console.log(`  HTTP API       p95 ${one(lontar.p95)} ms   p50 ${one(lontar.p50)} ms   ${one(lontar.perSecond)}/s`)
  console.log(`  bare driver    p95 ${one(driver.p95)} ms   p50 ${one(driver.p50)} ms   ${one(driver.perSecond)}/s`)
  console.log(`  ratio of p95   ${pc.bold(two(ratio))}`)
}

export function tellOversight({ open, closed, tallies, firstMs, lists }: OversightFigures): void {
  const count = (value: number) => value.toLocaleString('en')
  console.log(pc.bold(`\nOversight of ${count(open)} open and ${count(closed)} closed tasks, ${count(tallies)} sums`))
  console.log(`  first answer of a process ${one(firstMs)} ms: it reads all open tasks`)
  for (const { name, lontar, driver } of lists) {
    console.log(
      `  ${name.padEnd(30)} p95 ${one(lontar.p95)} ms (p50 ${one(lontar.p50)}), driver p95 ${one(driver.p95)} ms (p50 ${one(driver.p50)}), ratio ${pc.bold(two(lontar.p95 / driver.p95))}`,
    )
  }
}

export function tellRegister({ licences, memory, restart, wake, ...each }: RegisterFigures): void {
  const mb = (of: Record<string, number>) =>
    Object.entries(of)
      .map(([name, value]) => `${name} ${value} MB`)
      .join(', ')
  console.log(pc.bold(`\n${licences.toLocaleString('en')} sleeping licences`))
  console.log(`  started        ${one(each.startPerSecond)}/s by the sweeper`)
  console.log(
    `  each           ${one(each.temporalBytesEach)} bytes in Temporal, ${one(each.mongoBytesEach)} in MongoDB`,
  )
  const parts = (of: Record<string, number>, write: (value: number) => string) =>
    Object.entries(of)
      .map(([name, value]) => `${name} ${write(value)}`)
      .join(', ')
  console.log(pc.dim(`                 CPU ms each: ${parts(each.startCpuMs, one)}`))
  console.log(
    pc.dim(`                 CPU at rest, of a core: ${parts(each.restCpu, (value) => `${one(value * 100)} %`)}`),
  )
  console.log(`  memory         after starting: ${mb(memory.full)}`)
  console.log(`                 restarted, nothing cached: ${mb(memory.rested)}`)
  console.log(
    `  restart        server ${one(restart.serverMs)} ms, worker ${one(restart.workerMs)} ms, a cold licence answers in ${one(restart.firstAnswerMs)} ms`,
  )
  console.log(
    `  ${wake.licences} due at once   all reminded in ${one(wake.seconds)} s; late p50 ${one(wake.p50)} ms, p95 ${one(wake.p95)} ms, worst ${one(wake.worst)} ms`,
  )
}

export function tellCalendars({ cases, running, rounds, barePerSecond }: CalendarFigures): void {
  console.log(
    pc.bold(`\nA day off among ${cases.toLocaleString('en')} open cases, ${running} of them running in Temporal`),
  )
  for (const { what, previewMs, seconds, perSecond, cpu } of rounds) {
    const used = Object.entries(cpu).map(([part, ms]) => `${part} ${one(ms)}`)
    console.log(`  ${what.padEnd(14)} every clock counted anew in ${pc.bold(one(seconds))} s, ${one(perSecond)}/s`)
    console.log(pc.dim(`  ${''.padEnd(14)} dry run ${one(previewMs)} ms; CPU ms a case: ${used.join(', ')}`))
  }
  console.log(
    `  bare driver    ${one(barePerSecond)}/s   ratio ${pc.bold(two((rounds[0]?.perSecond ?? 0) / barePerSecond))}`,
  )
}
