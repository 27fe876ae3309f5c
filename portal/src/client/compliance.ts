import type { PublicCompliance } from '../../../contracts/public-compliance.ts'
import { request } from './request.ts'

export const readCompliance = (signal?: AbortSignal) => request<PublicCompliance>('/api/public-compliance', { signal })
