import type { Regency } from '../../../contracts/me.ts'
import type { ServiceDetail, ServiceSummary } from '../../../contracts/services.ts'
import { request } from './request.ts'

export const readRegency = (signal?: AbortSignal) => request<Regency>('/api/regency', { signal })

export const readServices = (signal?: AbortSignal) => request<ServiceSummary[]>('/api/services', { signal })

export const readService = (code: string, signal?: AbortSignal) =>
  request<ServiceDetail>(`/api/services/${encodeURIComponent(code)}`, { signal })
