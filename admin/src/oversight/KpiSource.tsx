import { Box, Typography } from '@mui/material'
import type { KpiRow } from '../../../contracts/oversight-kpis.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { leaf } from '../theme/palette.ts'

/** Who says what is aimed at, folded away until asked for; an example says that it is one without being asked. */
export function KpiSource({ source }: { source: KpiRow['target']['source'] }) {
  const words = useWords('oversight')
  const { plainDate } = useFormats()
  const { document, article, illustrative, note } = source
  const told = [document, article, source.date && plainDate(source.date)].filter(Boolean).join(', ')
  return (
    <Box
      component="details"
      sx={{
        mt: 'auto',
        pt: 0.5,
        fontSize: '0.8125rem',
        color: leaf.muted,
        '& summary': { cursor: 'pointer', py: 0.5 },
      }}
    >
      <summary>{words(illustrative ? 'kpi_source_example' : 'kpi_source')}</summary>
      <Typography component="p" variant="caption">
        {told}
      </Typography>
      {note && (
        <Typography component="p" variant="caption">
          {note}
        </Typography>
      )}
    </Box>
  )
}
