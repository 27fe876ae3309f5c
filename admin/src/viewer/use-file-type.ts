import { useQuery } from '@tanstack/react-query'
import type { Viewable } from './ViewerContext.tsx'

/** The document's media type: as the case says it, else as the server does; '' where it cannot be had. */
export function useFileType({ url, type }: Viewable): string | undefined {
  const { data } = useQuery({
    queryKey: ['file-type', url],
    enabled: type === undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const response = await fetch(url, { method: 'HEAD', credentials: 'same-origin', signal })
      return response.ok ? (response.headers.get('Content-Type')?.split(';')[0]?.trim() ?? '') : ''
    },
  })
  return type ?? data
}
