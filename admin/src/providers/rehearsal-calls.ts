import type { AskRehearsal, Rehearsal, Rehearsals } from '../../../contracts/rehearsals.ts'
import { call } from './http.ts'

/** Having a service played, and reading what came out. */
export const rehearsalCalls = {
  ask: async (body: AskRehearsal, key: string) =>
    (await call<Rehearsal>('/api/rehearsals', { method: 'POST', body, key })).data,
  last: async (service: string) =>
    (await call<Rehearsals>(`/api/rehearsals?service=${encodeURIComponent(service)}`)).data,
  one: async (id: string) => (await call<Rehearsal>(`/api/rehearsals/${encodeURIComponent(id)}`)).data,
}
