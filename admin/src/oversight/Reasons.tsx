import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useListContext } from 'react-admin'
import type { OvertakingRow } from '../../../contracts/oversight-history.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { ExplainDialog } from './ExplainDialog.tsx'

/** What was said of a decision out of turn, and where one may, saying more. */
export function Reasons({ row }: { row: OvertakingRow }) {
  const words = useWords('oversight')
  const { dateTime } = useFormats()
  const { refetch } = useListContext()
  const [explaining, setExplaining] = useState(false)
  const { reasons, mayExplain, number } = row
  const act = words(reasons.length > 0 ? 'explain_more' : 'explain')
  return (
    <Box sx={{ mt: 0.5 }}>
      {reasons.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {words('no_reason')}
        </Typography>
      ) : (
        <Box
          component="ul"
          aria-label={words('reasons_label')}
          sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.75 }}
        >
          {reasons.map(({ text, by, at }) => (
            <Box component="li" key={`${at} ${by.id}`} sx={{ borderLeft: 3, borderColor: 'divider', pl: 1.25 }}>
              <Typography variant="body2" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
                {text}
              </Typography>
              <Typography variant="caption" color="textSecondary">
                {words('reason_by', { name: by.name, at: dateTime(at) })}
              </Typography>
            </Box>
          ))}
        </Box>
      )}
      {mayExplain && (
        <Button
          size="small"
          onClick={() => setExplaining(true)}
          aria-label={words('explain_of', { act, number })}
          sx={{ mt: 0.5, ml: -0.75 }}
        >
          {act}
        </Button>
      )}
      {explaining && <ExplainDialog row={row} onClose={() => setExplaining(false)} onDone={() => void refetch()} />}
    </Box>
  )
}
