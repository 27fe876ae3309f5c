import { Alert, Box, Button, Skeleton, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useDataProvider, useTranslate } from 'react-admin'
import type { TimelineEntry } from '../../../contracts/applications.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { problemOf } from '../providers/http.ts'
import { byDay } from './by-day.ts'
import { Entry } from './Entry.tsx'

/** The story of a case, newest first. */
export function Timeline({ application }: { application: string }) {
  const words = useWords('timeline')
  const translate = useTranslate()
  const { localDay, plainDate } = useFormats()
  const provider = useDataProvider<OfficeProvider>()
  const { data, isPending, error, refetch } = useQuery<TimelineEntry[]>({
    queryKey: ['applications', 'timeline', { id: application }],
    queryFn: () => provider.timeline(application),
  })
  if (isPending) return [0, 1, 2].map((row) => <Skeleton key={row} variant="rounded" height={64} sx={{ mb: 1 }} />)
  if (error) {
    const { message } = problemOf(error)
    return (
      <Alert severity="error" action={<Button onClick={() => refetch()}>{translate('lontar.common.retry')}</Button>}>
        {translate(message, { _: message })}
      </Alert>
    )
  }
  if (data.length === 0) return <Typography color="textSecondary">{words('empty')}</Typography>
  return (
    <>
      <Typography variant="caption" color="textSecondary" component="p" sx={{ m: 0, mb: 1.5 }}>
        {words('chain_note')}
      </Typography>
      {byDay(data, localDay).map(({ day, entries }) => (
        <Box key={day} component="section" aria-label={plainDate(day)} sx={{ mb: 2 }}>
          <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
            {plainDate(day)}
          </Typography>
          <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {entries.map((entry) => (
              <Entry key={entry.seq} entry={entry} />
            ))}
          </Box>
        </Box>
      ))}
    </>
  )
}
