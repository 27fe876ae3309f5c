import type { Response } from 'express'
import { z } from 'zod'
import type { LocalText } from '../../contracts/common.ts'
import { badRequest } from '../errors/problems.ts'
import { parse } from './parse.ts'

/** Counting stops here: a total of 1,001 reads "more than a thousand" (design rule 11). */
export const countLimit = 1_001
/** Ranges end here: whoever wants more has to filter. */
export const rangeLimit = 10_000
const pageLimit = 200

export type ListRequest<Filter> = {
  filter: Filter
  /** For MongoDB, always ending in `_id` so that pages neither repeat nor lose rows. */
  sort: Record<string, 1 | -1>
  skip: number
  limit: number
}

type ListRules<Filter extends z.ZodType> = {
  filter: Filter
  /** Names a client may sort by, and the stored field of each. */
  sortable: Record<string, string>
  defaultSort: readonly [string, 'ASC' | 'DESC']
  /** Rows without a range; 25 unless said, and then also the most a range may ask for. */
  defaultLimit?: number
}

const Range = z.tuple([z.int().min(0), z.int().min(0)])
const Sort = z.tuple([z.string(), z.enum(['ASC', 'DESC'])])

/**
 * Reads react-admin's `filter`, `sort` and `range` (JSON in the query string). 400 names the parameter or the filter's
 * field; a field that may not be sorted by is refused, never passed on.
 */
export function parseList<Filter extends z.ZodType>(
  query: Record<string, unknown>,
  rules: ListRules<Filter>,
): ListRequest<z.output<Filter>> {
  for (const name of Object.keys(query)) {
    if (!['filter', 'sort', 'range'].includes(name)) throw wrong(name, 'tidak dikenal', 'is not known')
  }
  const filter = parse(rules.filter, json(query, 'filter') ?? {})
  const [field, order] = sorting(json(query, 'sort'), rules)
  const [first, last] = ranging(json(query, 'range'), rules.defaultLimit)
  const direction = order === 'ASC' ? 1 : -1
  const sort: Record<string, 1 | -1> = field === '_id' ? { _id: direction } : { [field]: direction, _id: direction }
  return { filter, sort, skip: first, limit: last - first + 1 }
}

function sorting(value: unknown, rules: Pick<ListRules<z.ZodType>, 'sortable' | 'defaultSort'>): [string, string] {
  const asked = value === undefined ? { success: true as const, data: rules.defaultSort } : Sort.safeParse(value)
  if (!asked.success) throw wrong('sort', 'harus berupa ["nama","ASC"]', 'must be ["name","ASC"]')
  const [name, order] = asked.data
  const field = Object.hasOwn(rules.sortable, name) ? rules.sortable[name] : undefined
  if (field === undefined) {
    const names = Object.keys(rules.sortable).join(', ')
    throw wrong('sort', `hanya dapat menurut: ${names}`, `can only be by: ${names}`)
  }
  return [field, order]
}

function ranging(value: unknown, defaultLimit = 25): [number, number] {
  if (value === undefined) return [0, defaultLimit - 1]
  const most = Math.max(pageLimit, defaultLimit)
  const asked = Range.safeParse(value)
  if (!asked.success || asked.data[1] < asked.data[0]) {
    throw wrong('range', 'harus berupa [awal,akhir], misalnya [0,24]', 'must be [first,last], such as [0,24]')
  }
  const [first, last] = asked.data
  if (last - first >= most) {
    throw wrong('range', `paling banyak ${most} baris`, `takes at most ${most} rows`)
  }
  if (last >= rangeLimit) {
    throw wrong(
      'range',
      `berakhir di ${rangeLimit}; persempit dengan saringan`,
      `ends at ${rangeLimit}; filter instead`,
    )
  }
  return [first, last]
}

function json(query: Record<string, unknown>, name: 'filter' | 'sort' | 'range'): unknown {
  const text = query[name]
  if (text === undefined || text === '') return undefined
  try {
    if (typeof text === 'string' && text.length <= 2_000) return JSON.parse(text)
  } catch {}
  throw wrong(name, 'harus berupa JSON', 'must be JSON')
}

function wrong(name: string, id: string, en: string) {
  const detail: LocalText = { id: `Parameter ${name} ${id}.`, en: `Parameter ${name} ${en}.` }
  return badRequest(`invalid-${/^(filter|sort|range)$/.test(name) ? name : 'parameter'}`, detail)
}

/** How many there are, as far as counting goes: a last page tells by itself, any other is counted. */
export async function totalOf(
  rows: readonly unknown[],
  { skip, limit }: { skip: number; limit: number },
  count: () => Promise<number>,
): Promise<number> {
  const isLast = rows.length < limit && (rows.length > 0 || skip === 0)
  return isLast ? skip + rows.length : count()
}

/** Sends rows with react-admin's `Content-Range`; `total` comes from a count that stopped at `countLimit`. */
export function sendList(
  response: Response,
  unit: string,
  list: { skip: number },
  rows: unknown[],
  total: number,
): void {
  const capped = Math.min(total, countLimit)
  const span = rows.length === 0 ? '*' : `${list.skip}-${list.skip + rows.length - 1}`
  response.set('Content-Range', `${unit} ${span}/${Math.max(capped, rows.length === 0 ? 0 : list.skip + rows.length)}`)
  response.set('Access-Control-Expose-Headers', 'Content-Range')
  response.json(rows)
}
