import ChevronLeftIcon from '@mui/icons-material/ChevronLeft'
import ChevronRightIcon from '@mui/icons-material/ChevronRight'
import { Box, IconButton, Typography } from '@mui/material'
import { useListPaginationContext, useTranslate } from 'react-admin'
import { useFormats } from '../i18n/hooks.ts'

/** Pages of a list. Past a thousand rows the API does not count on, and neither does this. */
export function Pager() {
  const translate = useTranslate()
  const { number } = useFormats()
  const { page, perPage, total, setPage, hasNextPage, hasPreviousPage } = useListPaginationContext()
  if (!hasNextPage && !hasPreviousPage) return null
  const from = (page - 1) * perPage + 1
  const to = Math.min(page * perPage, total ?? Number.POSITIVE_INFINITY)
  const range = { offsetBegin: number(from), offsetEnd: number(to), total: total === undefined ? '' : number(total) }
  const key = total === undefined ? 'partial_page_range_info' : 'page_range_info'
  return (
    <Box
      component="nav"
      aria-label={translate('ra.navigation.current_page', { page })}
      sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 0.5, mt: 1 }}
    >
      <Typography variant="body2" color="textSecondary" aria-live="polite" sx={{ mr: 1 }}>
        {translate(`ra.navigation.${key}`, range)}
      </Typography>
      <IconButton
        aria-label={translate('ra.navigation.previous')}
        disabled={!hasPreviousPage}
        onClick={() => setPage(page - 1)}
      >
        <ChevronLeftIcon />
      </IconButton>
      <IconButton
        aria-label={translate('ra.navigation.next')}
        disabled={!hasNextPage}
        onClick={() => setPage(page + 1)}
      >
        <ChevronRightIcon />
      </IconButton>
    </Box>
  )
}
