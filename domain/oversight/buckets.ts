export const grains = ['week', 'month'] as const
export type Grain = (typeof grains)[number]

/** What is added up: quarters too, that a question about a year reads a few rows of each group. */
export const keptGrains = [...grains, 'quarter'] as const
export type KeptGrain = (typeof keptGrains)[number]

const dayMs = 86_400_000

/** First day of the week (Monday), month or quarter that a day lies in. */
export function bucketOf(day: string, grain: KeptGrain): string {
  if (grain === 'month') return `${day.slice(0, 7)}-01`
  if (grain === 'quarter') {
    const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
    return `${day.slice(0, 5)}${String(first).padStart(2, '0')}-01`
  }
  const date = new Date(`${day}T00:00:00Z`)
  const sinceMonday = (date.getUTCDay() + 6) % 7
  return new Date(date.getTime() - sinceMonday * dayMs).toISOString().slice(0, 10)
}

/** The last `count` buckets up to and with the one that `today` lies in, oldest first. */
export function lastBuckets(today: string, grain: Grain, count: number): string[] {
  const current = new Date(`${bucketOf(today, grain)}T00:00:00Z`)
  return Array.from({ length: count }, (_, at) => {
    const back = count - 1 - at
    const date = new Date(current)
    if (grain === 'week') date.setUTCDate(date.getUTCDate() - 7 * back)
    else date.setUTCMonth(date.getUTCMonth() - back)
    return date.toISOString().slice(0, 10)
  })
}

/** The fewest buckets that together are these: months that make up a quarter are read as one. */
export function coverOf(grain: Grain, from: readonly string[]): { grain: KeptGrain; from: string[] }[] {
  if (grain === 'week') return [{ grain, from: [...from] }]
  const quarters = [...new Set(from.map((month) => bucketOf(month, 'quarter')))].filter(
    (quarter) => from.filter((month) => bucketOf(month, 'quarter') === quarter).length === 3,
  )
  const months = from.filter((month) => !quarters.includes(bucketOf(month, 'quarter')))
  const parts = [
    { grain: 'quarter' as const, from: quarters },
    { grain: 'month' as const, from: months },
  ]
  return parts.filter((part) => part.from.length > 0)
}

/** Ages of open cases, in whole days since they came: each bar's first age that is no longer in it. */
const ages = [
  ['0-3', 4],
  ['4-7', 8],
  ['8-14', 15],
  ['15-30', 31],
  ['31-90', 91],
] as const
export const ageBars = [...ages.map(([name]) => name), 'older'] as const
export type AgeBar = (typeof ageBars)[number]

/** The bar of a case that came on `received`, seen on `today`. */
export function ageBarOf(received: string, today: string): AgeBar {
  const days = Math.round((Date.parse(today) - Date.parse(received)) / dayMs)
  return ages.find(([, end]) => days < end)?.[0] ?? 'older'
}
