import type { z } from 'zod'
import type {
  ApplicationDetail,
  ApplicationReceipt,
  ApplicationRow,
  CorrectApplication,
  CreateApplication,
  TimelineEntry,
} from '../../../contracts/applications.ts'
import { request } from './request.ts'

export type Correction = z.infer<typeof CorrectApplication>

const at = (id: string, rest = '') => `/api/applications/${encodeURIComponent(id)}${rest}`

export const submitApplication = (body: CreateApplication, key: string) =>
  request<ApplicationReceipt>('/api/applications', { method: 'POST', body, key })

export const readApplications = (signal?: AbortSignal) => {
  const query = new URLSearchParams({ sort: '["receivedAt","DESC"]', range: '[0,49]' })
  return request<ApplicationRow[]>(`/api/applications?${query}`, { signal })
}

export const readApplication = (id: string, signal?: AbortSignal) => request<ApplicationDetail>(at(id), { signal })

export const readTimeline = (id: string, signal?: AbortSignal) =>
  request<TimelineEntry[]>(at(id, '/timeline'), { signal })

export const correctApplication = (id: string, body: Correction, key: string) =>
  request<ApplicationDetail>(at(id, '/correct'), { method: 'POST', body, key })

/** Objects to a case's decision: what was filled in for the service that hears it. */
export const appealDecision = (id: string, { answers, documents }: CreateApplication, key: string) =>
  request<ApplicationReceipt>(at(id, '/appeal'), { method: 'POST', body: { answers, documents }, key })

export const withdrawApplication = (id: string, reason: string, key: string) =>
  request<ApplicationDetail>(at(id, '/withdraw'), { method: 'POST', body: { reason }, key })
