import { request } from './request.ts'

export type Region = { code: string; name: string }

/** The regions right below `parent` (the provinces without one). */
export const readRegions = (parent: string, signal?: AbortSignal) =>
  request<Region[]>(`/api/regions?${new URLSearchParams({ parent })}`, { signal })
