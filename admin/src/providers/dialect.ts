/** react-admin's simple-rest dialect, as the API speaks it (design rule 11). */

/** Counting stops here: a total of 1,001 says "more than 1,000". */
export const countedAtMost = 1001
/** Ranges end here; whoever wants more filters. */
export const rangeEnd = 10_000

type ListParams = {
  filter?: Record<string, unknown>
  sort?: { field: string; order: string }
  pagination?: { page: number; perPage: number }
}

export function listQuery({ filter = {}, sort, pagination }: ListParams): string {
  const query = new URLSearchParams()
  if (Object.keys(filter).length > 0) query.set('filter', JSON.stringify(filter))
  // react-admin sorts by id where a screen asks for no order: then the API's own holds.
  if (sort && sort.field !== 'id') query.set('sort', JSON.stringify([sort.field, sort.order]))
  if (pagination) {
    const from = (pagination.page - 1) * pagination.perPage
    query.set('range', JSON.stringify([from, from + pagination.perPage - 1]))
  }
  const text = query.toString()
  return text && `?${text}`
}

export type Extent = {
  total?: number
  pageInfo?: { hasNextPage: boolean; hasPreviousPage: boolean }
  /** What was counted, `more` where counting stopped. */
  meta: { counted: number; more: boolean }
}

/** Reads `tasks 0-24/57` or `tasks 0-24/1001`; the second is partial pagination. Throws where the header is missing. */
export function extentOf(header: string | null, received: number): Extent {
  const match = header?.match(/(?:(\d+)-(\d+)|\*)\/(\d+)$/)
  if (!match) throw new Error('lontar.error.no_range')
  const counted = Number(match[3])
  if (counted < countedAtMost) return { total: counted, meta: { counted, more: false } }
  const from = Number(match[1] ?? 0)
  const to = Number(match[2] ?? 0)
  return {
    pageInfo: { hasNextPage: received > 0 && to + 1 < rangeEnd, hasPreviousPage: from > 0 },
    meta: { counted: countedAtMost - 1, more: true },
  }
}
