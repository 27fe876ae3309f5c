import { QueryClient } from '@tanstack/react-query'
import { problemOf } from './http.ts'

/** A refusal is an answer: only a server that is away is asked again. */
const isAway = (error: unknown) => [0, 502, 503, 504].includes(problemOf(error).status)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: (failures, error) => failures < 2 && isAway(error), staleTime: 5_000 },
  },
})
