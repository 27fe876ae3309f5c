import type { PublicRegister, RegisterDetail, RegisterRow, RenewalDraft } from '../../../contracts/register.ts'
import { request } from './request.ts'

const at = (entry: string, rest = '') => `/api/register/${encodeURIComponent(entry)}${rest}`

export const readLicences = (signal?: AbortSignal) => {
  const query = new URLSearchParams({ sort: '["validUntil","DESC"]', range: '[0,49]' })
  return request<RegisterRow[]>(`/api/register?${query}`, { signal })
}

export const readLicence = (entry: string, signal?: AbortSignal) => request<RegisterDetail>(at(entry), { signal })

export const readRenewal = (entry: string, signal?: AbortSignal) =>
  request<RenewalDraft>(at(entry, '/renewal'), { signal })

export const sendReport = (entry: string, text: string, key: string) =>
  request<RegisterDetail>(at(entry, '/report'), { method: 'POST', body: { text }, key })

export const searchRegister = (asked: { register: string; q: string }, signal?: AbortSignal) => {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  return request<PublicRegister>(`/api/public-register?${query}`, { signal })
}
