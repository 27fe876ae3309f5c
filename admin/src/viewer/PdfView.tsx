import { CircularProgress, Typography } from '@mui/material'
import { lazy, Suspense } from 'react'
import { useWords } from '../i18n/hooks.ts'
import { Boundary } from '../layout/Boundary.tsx'

const PdfPages = lazy(() => import('./PdfPages.tsx'))

type Props = { url: string; label: string; zoom: number }

/** The PDF reader is large and comes only when a PDF is looked at. It draws alike on phones, which have none in place. */
export function PdfView(props: Props) {
  const words = useWords('documents')
  const failed = (
    <Typography role="alert" color="textSecondary" sx={{ p: 3, textAlign: 'center' }}>
      {words('failed')}
    </Typography>
  )
  return (
    <Boundary place={props.url} fallback={failed}>
      <Suspense
        fallback={<CircularProgress aria-label={words('loading')} sx={{ display: 'block', mx: 'auto', my: 6 }} />}
      >
        <PdfPages key={props.url} {...props} />
      </Suspense>
    </Boundary>
  )
}
