import { useQuery } from '@tanstack/react-query'
import { draftCalls } from '../../providers/draft-calls.ts'

export const versionsKey = (code: string) => ['versions', code] as const

/** Every version of a service, newest first; for those who may edit it. */
export const useVersions = (code: string) =>
  useQuery({ queryKey: versionsKey(code), queryFn: () => draftCalls.versions(code), refetchInterval: 60_000 })

/** One version as it was written; it never changes. */
export const useVersion = (code: string, version: number) =>
  useQuery({
    queryKey: [...versionsKey(code), version],
    queryFn: () => draftCalls.version(code, version),
    enabled: version > 0,
    staleTime: 600_000,
  })
