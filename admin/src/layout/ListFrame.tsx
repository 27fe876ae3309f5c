import { Box, Skeleton } from '@mui/material'
import type { ReactNode } from 'react'
import { useListContext, useTranslate } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import { Pager } from './Pager.tsx'
import { Crash } from './Troubles.tsx'

/** A list's three other faces: on its way, broken, empty; and its pages below. */
export function ListFrame({ empty, children }: { empty: ReactNode; children: ReactNode }) {
  const words = useWords('common')
  const translate = useTranslate()
  const { isPending, error, data, isFetching, refetch } = useListContext()
  if (isPending) {
    return (
      <Box role="status" aria-label={words('loading')}>
        {[0, 1, 2, 3, 4, 5].map((row) => (
          <Skeleton key={row} variant="rounded" height={58} sx={{ mb: 1 }} />
        ))}
      </Box>
    )
  }
  if (error && !data) return <Crash error={error} resetErrorBoundary={() => void refetch()} />
  if (!data || data.length === 0) return empty
  return (
    <Box aria-busy={isFetching}>
      {error && (
        <Box role="alert" sx={{ color: 'error.main', mb: 1 }}>
          {translate('ra.message.placeholder_data_warning')}
        </Box>
      )}
      {children}
      <Pager />
    </Box>
  )
}
