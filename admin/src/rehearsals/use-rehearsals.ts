import { useQuery } from '@tanstack/react-query'
import type { RehearsalRow } from '../../../contracts/rehearsals.ts'
import { rehearsalCalls } from '../providers/rehearsal-calls.ts'

const lastKey = (service: string) => ['rehearsals', 'of', service] as const

/** While one is under way it is asked for often, else now and then: whether somebody plays here changes too. */
const underWayMs = 1_000
const atRestMs = 15_000

export const isUnderWay = ({ state }: Pick<RehearsalRow, 'state'>) => state === 'waiting' || state === 'running'

/** The last rehearsals of a service. */
export const useRehearsals = (service: string) =>
  useQuery({
    queryKey: lastKey(service),
    queryFn: () => rehearsalCalls.last(service),
    refetchInterval: ({ state }) => (state.data?.rehearsals.some(isUnderWay) ? 2 * underWayMs : atRestMs),
  })

/** One rehearsal; once it has ended it changes no more. */
export const useRehearsal = (id: string) =>
  useQuery({
    queryKey: ['rehearsals', 'one', id],
    queryFn: () => rehearsalCalls.one(id),
    refetchInterval: ({ state }) => (state.data && !isUnderWay(state.data) ? false : underWayMs),
  })
