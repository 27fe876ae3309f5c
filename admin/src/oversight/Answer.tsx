import { Alert, Box, Button, Skeleton, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useTranslate } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import { problemOf } from '../providers/http.ts'

type Asked = { isPending: boolean; error: unknown; refetch: () => unknown }
type Props = { asked: Asked; isEmpty: boolean; empty: string; height?: number; children: ReactNode }

/** A panel's other faces: on its way, refused, nothing to show. What was shown before stays while it is asked again. */
export function Answer({ asked: { isPending, error, refetch }, isEmpty, empty, height = 180, children }: Props) {
  const words = useWords('common')
  const translate = useTranslate()
  if (isPending) {
    return (
      <Box role="status" aria-label={words('loading')}>
        <Skeleton variant="rounded" height={height} />
      </Box>
    )
  }
  if (error) {
    return (
      <Alert
        severity="error"
        action={
          <Button color="inherit" size="small" onClick={() => void refetch()}>
            {translate('ra.action.refresh')}
          </Button>
        }
      >
        {translate(problemOf(error).message)}
      </Alert>
    )
  }
  if (isEmpty) return <Typography color="textSecondary">{empty}</Typography>
  return children
}
