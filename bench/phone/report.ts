import pc from 'picocolors'
import { quantile } from '../load.ts'
import type { PageVisits, PhoneFigures } from './bench.ts'
import { slowPhone } from './slow-phone.ts'
import type { Visit } from './visit.ts'

const goalSeconds = 5

export function tellPhone({ pages, trivial, trivialLineSeconds }: PhoneFigures): void {
  const { kbitPerSecond, roundTripMs, cpu } = slowPhone
  const turns = trivial.slow.length
  console.log(
    pc.bold(
      `\nPortal on a cheap phone: ${kbitPerSecond} kbit/s, ${roundTripMs} ms, CPU ${cpu}x slower, ${turns} turns`,
    ),
  )
  for (const page of pages) tellPage(page)
  tellTrivial(trivial, trivialLineSeconds)
}

function tellPage(page: PageVisits): void {
  const seconds = page.slow.map((one) => one.seconds)
  const free = median(page.free, (one) => one.seconds)
  const reached = quantile(seconds, 0.5) <= goalSeconds ? pc.green : pc.red
  console.log(
    `  ${page.name.padEnd(9)} ${reached(`p50 ${two(quantile(seconds, 0.5))} s`)}   worst ${two(Math.max(...seconds))} s   ${pc.bold(`${one(ratio(page))}x`)} of ${two(free)} s without slow-down`,
  )
  const { kB, requests, longTasks, longTaskMs } = costsOf(page)
  console.log(
    pc.dim(
      `  ${''.padEnd(9)} ${one(kB)} kB as sent, ${requests} requests, long tasks: ${longTasks} of ${Math.round(longTaskMs)} ms together`,
    ),
  )
}

/** What the line alone takes is known, and what the work takes freely: the rest is this machine's noise. */
function tellTrivial(page: PageVisits, lineSeconds: number): void {
  const seconds = page.slow.map((each) => each.seconds)
  const work = (visits: Visit[]) => visits.map((each) => each.workMs ?? Number.NaN)
  const [slow, free] = [work(page.slow), work(page.free)]
  console.log(
    `  ${'trivial'.padEnd(9)} p50 ${two(quantile(seconds, 0.5))} s   worst ${two(Math.max(...seconds))} s   ${one(ratio(page))}x; the line alone takes ${two(lineSeconds)} s`,
  )
  console.log(
    pc.dim(
      `  ${''.padEnd(9)} the same work: ${Math.round(quantile(free, 0.5))} ms (worst ${Math.round(Math.max(...free))}), slowed down ${Math.round(quantile(slow, 0.5))} ms (worst ${Math.round(Math.max(...slow))})`,
    ),
  )
}

const costsOf = ({ slow }: PageVisits) => ({
  kB: median(slow, ({ bytes }) => bytes / 1000),
  requests: median(slow, ({ requests }) => requests),
  longTasks: median(slow, ({ longTasks }) => longTasks.count),
  longTaskMs: median(slow, ({ longTasks }) => longTasks.ms),
})

/** Turn by turn, so that what slows the whole machine for a while cancels out. */
const ratio = ({ slow, free }: PageVisits) =>
  quantile(
    slow.map(({ seconds }, turn) => seconds / (free[turn]?.seconds ?? Number.NaN)),
    0.5,
  )

const median = (visits: Visit[], pick: (visit: Visit) => number) => quantile(visits.map(pick), 0.5)
const one = (value: number) => value.toFixed(1)
const two = (value: number) => value.toFixed(2)
