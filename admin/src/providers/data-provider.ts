import type { DataProvider, GetListParams, RaRecord } from 'react-admin'
import { extentOf, listQuery } from './dialect.ts'
import { call } from './http.ts'
import { officerCalls } from './officer-calls.ts'

const path = (resource: string, id?: unknown) =>
  `/api/${resource}${id === undefined ? '' : `/${encodeURIComponent(String(id))}`}`

async function list<T>(resource: string, params: Partial<GetListParams> & { signal?: AbortSignal }) {
  const { data, headers } = await call<T[]>(`${path(resource)}${listQuery(params)}`, { signal: params.signal })
  const { meta, ...extent } = extentOf(headers.get('Content-Range'), data.length)
  // Up to when everything is counted, where the API says so.
  return { data, ...extent, meta: { ...meta, asOf: headers.get('X-As-Of') } }
}

/** Records here change by named acts only (claim, decide, …), never by react-admin's generic writes. */
const never = (): Promise<never> => Promise.reject(new Error('lontar.error.no_generic_write'))

/** Services are known by their code: react-admin wants every record to have an id. */
const identified = <T extends RaRecord>(record: T & { code?: string }): T =>
  record.id === undefined && record.code ? { ...record, id: record.code } : record

export const dataProvider = {
  getList: async (resource, params) => {
    const page = await list<RaRecord>(resource, params)
    return { ...page, data: page.data.map(identified) } as never
  },
  getOne: async (resource, { id, signal }) => {
    const { data } = await call<RaRecord>(path(resource, id), { signal })
    return { data: identified(data) } as never
  },
  getMany: async (resource, { ids, signal }) => {
    const page = await list<RaRecord>(resource, {
      filter: { id: ids },
      pagination: { page: 1, perPage: ids.length },
      signal,
    })
    return { data: page.data.map(identified) } as never
  },
  getManyReference: async (resource, { target, id, filter, sort, pagination, signal }) => {
    const page = await list<RaRecord>(resource, { filter: { ...filter, [target]: id }, sort, pagination, signal })
    return { ...page, data: page.data.map(identified) } as never
  },
  create: never,
  update: never,
  updateMany: never,
  delete: never,
  deleteMany: never,
  supportAbortSignal: true,
  ...officerCalls,
} satisfies DataProvider

export type OfficeProvider = typeof dataProvider
