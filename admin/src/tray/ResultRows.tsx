import CheckIcon from '@mui/icons-material/CheckCircleOutlined'
import RefusedIcon from '@mui/icons-material/ErrorOutlined'
import UnknownIcon from '@mui/icons-material/HelpOutlined'
import WaitingIcon from '@mui/icons-material/HourglassEmpty'
import SkippedIcon from '@mui/icons-material/RemoveCircleOutlined'
import { Box, Link, Typography } from '@mui/material'
import type { ComponentType } from 'react'
import { LinkBase } from 'react-admin'
import type { Job, JobRow } from '../../../contracts/jobs.ts'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { tones } from '../theme/palette.ts'
import { shownRows } from './retry.ts'

const faces: Record<JobRow['state'], { icon: ComponentType; tone: keyof typeof tones }> = {
  done: { icon: CheckIcon, tone: 'calm' },
  refused: { icon: RefusedIcon, tone: 'breached' },
  unknown: { icon: UnknownIcon, tone: 'warned' },
  skipped: { icon: SkippedIcon, tone: 'paused' },
  waiting: { icon: WaitingIcon, tone: 'paused' },
  'under-way': { icon: WaitingIcon, tone: 'calm' },
}

/** A line a document: its number once it is signed, else why not. */
export function ResultRows({ job }: { job: Job }) {
  const words = useWords('tray')
  return (
    <Box component="ul" aria-label={words('results')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {shownRows(job).map((row) => (
        <ResultRow key={row.task} row={row} />
      ))}
    </Box>
  )
}

function ResultRow({ row: { task, number, state, message, document } }: { row: JobRow }) {
  const words = useWords('tray')
  const local = useLocalText()
  const { icon: Icon, tone } = faces[state]
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.25, py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Box aria-hidden sx={{ color: tones[tone].text, display: 'flex', pt: '1px' }}>
        <Icon />
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {number ? (
          <Link component={LinkBase} to={`/tasks/${encodeURIComponent(task)}`} sx={{ fontWeight: 650 }}>
            {number}
          </Link>
        ) : (
          <Box component="span" sx={{ fontWeight: 650 }}>
            {task}
          </Box>
        )}
        <Typography variant="body2" sx={{ color: tones[tone].text }}>
          {document ? words('signed_as', { number: document.number }) : words(`state.${state}`)}
        </Typography>
        {message && <Typography variant="body2">{local(message)}</Typography>}
      </Box>
    </Box>
  )
}
