export type Round = {
  perSecond: number
  p50: number
  p95: number
  seconds: number
}

/** Runs `count` units of work, `inFlight` at a time; milliseconds are those of one unit. */
export async function run(count: number, inFlight: number, work: (index: number) => Promise<void>): Promise<Round> {
  const times: number[] = []
  let next = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (next < count) {
        const index = next
        next += 1
        const from = performance.now()
        await work(index)
        times.push(performance.now() - from)
      }
    }),
  )
  const seconds = (performance.now() - started) / 1000
  return { perSecond: count / seconds, p50: quantile(times, 0.5), p95: quantile(times, 0.95), seconds }
}

export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
