import type { InAppMessage } from '../../../contracts/messages.ts'
import { newKey } from './key.ts'
import { request } from './request.ts'

export const readMessages = (signal?: AbortSignal) => request<InAppMessage[]>('/api/me/messages', { signal })

export const markRead = (id: string) =>
  request<InAppMessage>(`/api/me/messages/${encodeURIComponent(id)}/read`, { method: 'POST', body: {}, key: newKey() })
