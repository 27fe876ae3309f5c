import { Box, Tooltip, Typography } from '@mui/material'
import type { TimelineEntry } from '../../../contracts/applications.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { leaf, tones } from '../theme/palette.ts'

const dots = { citizen: leaf.gold, officer: tones.calm.bar, system: '#8b8f88' } as const

/** One line of the story: when, who, what; a note or the things to mend beneath. `dated` where no day stands above it. */
export function Entry({ entry, dated = false }: { entry: TimelineEntry; dated?: boolean }) {
  const words = useWords('timeline')
  const local = useLocalText()
  const { time, dateTime } = useFormats()
  const { actor, at, text, step, note, deficiencies, hash } = entry
  const byline = [actor.name || words(`actor.${actor.kind}`), step && local(step)].filter(Boolean).join(' · ')
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '14px minmax(0, 1fr)', columnGap: 1.5 }}>
      <Box sx={{ position: 'relative' }}>
        <Box sx={{ position: 'absolute', top: 0, bottom: 0, left: 6, width: 2, bgcolor: 'divider' }} />
        <Box
          sx={{
            position: 'relative',
            mt: 0.75,
            width: 14,
            height: 14,
            borderRadius: '50%',
            bgcolor: dots[actor.kind],
            border: '3px solid #fff',
          }}
        />
      </Box>
      <Box sx={{ pb: 1.75, minWidth: 0 }}>
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
      </Box>
    </Box>
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
