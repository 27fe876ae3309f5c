import { useQuery } from '@tanstack/react-query'
import { call } from '../providers/http.ts'

/** A region by its name, `35.10.13.2013` as "Aliyan, Rogojampi"; its code while or where the name cannot be had. */
export function RegionName({ code }: { code: string }) {
  const { data } = useQuery({
    queryKey: ['regions', code],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await call<{ name: string }>(`/api/regions/${encodeURIComponent(code)}`)).data.name,
  })
  return <>{data ?? code}</>
}
