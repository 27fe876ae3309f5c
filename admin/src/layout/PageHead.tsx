import { Box, Typography } from '@mui/material'
import { type ReactNode, useEffect } from 'react'
import { useRegency } from '../regency/RegencyContext.tsx'

type Props = { title: string; intro?: ReactNode; actions?: ReactNode; before?: ReactNode }

/** A page's heading; the browser's tab says the same. */
export function PageHead({ title, intro, actions, before }: Props) {
  useDocumentTitle(title)
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 1.5, mb: 2 }}>
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        {before}
        <Typography variant="h1">{title}</Typography>
        {intro && (
          <Typography color="textSecondary" sx={{ mt: 0.25 }}>
            {intro}
          </Typography>
        )}
      </Box>
      {actions}
    </Box>
  )
}

export function useDocumentTitle(title: string): void {
  const { name } = useRegency()
  useEffect(() => {
    document.title = `${title} · ${name}`
  }, [title, name])
}
