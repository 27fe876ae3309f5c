import { Skeleton, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import { Notice } from '../layout/Notice.tsx'
import { Crash } from '../layout/Troubles.tsx'
import { newKey } from '../providers/act-keys.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { ApplicationRows } from './ApplicationRows.tsx'

/** What a search found. */
export function Found({ text }: { text: string }) {
  const words = useWords('applications')
  const provider = useDataProvider<OfficeProvider>()
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ['search', text],
    queryFn: () => provider.search(text, newKey()),
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
  if (isPending) return <Skeleton variant="rounded" height={180} />
  if (error) return <Crash error={error} resetErrorBoundary={() => void refetch()} />
  if (data.length === 0) return <Notice level="h2" title={words('search_none_title')} text={words('search_none')} />
  return (
    <>
      <Typography variant="body2" color="textSecondary" aria-live="polite" sx={{ mb: 1 }}>
        {words('search_found', { smart_count: data.length })}
      </Typography>
      <ApplicationRows rows={data} />
    </>
  )
}
