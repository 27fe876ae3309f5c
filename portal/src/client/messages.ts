import type { InAppMessage } from '../../../contracts/messages.ts'
import { request } from './request.ts'

export const readMessages = (signal?: AbortSignal) => request<InAppMessage[]>('/api/me/messages', { signal })
