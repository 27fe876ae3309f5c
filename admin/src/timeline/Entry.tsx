import { Box, Tooltip, Typography } from '@mui/material'
import type { TimelineEntry } from '../../../contracts/applications.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { Rail } from './Rail.tsx'

/** One line of the story: when, who, what; a note or the things to mend beneath. `dated` where no day stands above it. */
export function Entry({ entry, dated = false }: { entry: TimelineEntry; dated?: boolean }) {
  const words = useWords('timeline')
  const local = useLocalText()
  const { time, dateTime } = useFormats()
  const { actor, at, text, step, note, deficiencies, hash } = entry
  const byline = [actor.name || words(`actor.${actor.kind}`), step && local(step)].filter(Boolean).join(' · ')
  return (
    <Rail by={actor.kind} gap={1.75}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {text}
      </Typography>
      <Typography variant="caption" color="textSecondary" component="div">
        <Tooltip title={words('chain', { hash })} describeChild>
          <time dateTime={at}>{dated ? dateTime(at) : time(at)}</time>
        </Tooltip>{' '}
        · {byline}
      </Typography>
      {note && <Quote>{note}</Quote>}
      {deficiencies.length > 0 && (
        <Box component="ul" sx={{ m: 0, mt: 0.75, pl: 2.25 }}>
          {deficiencies.map(({ target, name, message }) => (
            <Typography key={`${target}${name}`} component="li" variant="body2">
              {message}
            </Typography>
          ))}
        </Box>
      )}
    </Rail>
  )
}

const Quote = ({ children }: { children: string }) => (
  <Typography
    component="blockquote"
    variant="body2"
    sx={{
      m: 0,
      mt: 0.75,
      px: 1.5,
      py: 0.75,
      bgcolor: 'background.default',
      borderLeft: 3,
      borderColor: 'divider',
      whiteSpace: 'pre-line',
    }}
  >
    {children}
  </Typography>
)
