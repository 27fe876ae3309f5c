import { Box, Chip, Typography } from '@mui/material'
import type { ApplicationDetail, Opinion } from '../../../contracts/applications.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { Answer } from './Answers.tsx'
import { answerSections } from './answers.ts'
import { Section } from './Section.tsx'

const columns = { xs: '1fr', md: 'minmax(140px, 2fr) minmax(0, 3fr)' } as const

/** What each of those who were asked at once has answered, one row a seat. */
export function Opinions({ opinions }: Pick<ApplicationDetail, 'opinions'>) {
  const words = useWords('case')
  const local = useLocalText()
  const steps = [...new Map(opinions.map(({ step }) => [step.id, step])).values()]
  return steps.map((step) => (
    <Section key={step.id} title={words('opinions', { step: local(step) })}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {opinions
          .filter((opinion) => opinion.step.id === step.id)
          .map((opinion) => (
            <Seat key={opinion.task} opinion={opinion} />
          ))}
      </Box>
    </Section>
  ))
}

function Seat({ opinion }: { opinion: Opinion }) {
  const words = useWords('case')
  const local = useLocalText()
  const formats = useFormats()
  const { seat, office, veto, by, at, note, form, answers } = opinion
  const rows = form && answers ? answerSections(form, answers, formats).flatMap((section) => section.rows) : []
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: columns,
        gap: { xs: 0.5, md: 2 },
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <div>
        <Typography variant="body2" sx={{ fontWeight: 650 }}>
          {local(seat)}
        </Typography>
        <Typography variant="caption" color="textSecondary" component="div">
          {office}
          {veto && ` · ${words('opinion_veto')}`}
        </Typography>
        <Box sx={{ mt: 0.5 }}>
          <Said opinion={opinion} />
        </Box>
        {at && (
          <Typography variant="caption" color="textSecondary" component="div" sx={{ mt: 0.25 }}>
            {by}, {formats.short(at)}
          </Typography>
        )}
      </div>
      <div>
        {rows.length > 0 && (
          <Box
            component="dl"
            sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr auto', columnGap: 2, rowGap: 0.25 }}
          >
            {rows.map(({ name, label, shown }) => (
              <Box key={name} sx={{ display: 'contents' }}>
                <Typography component="dt" variant="caption" color="textSecondary">
                  {label}
                </Typography>
                <Typography component="dd" variant="caption" sx={{ m: 0, fontWeight: 600, textAlign: 'right' }}>
                  <Answer shown={shown} />
                </Typography>
              </Box>
            ))}
          </Box>
        )}
        {note && (
          <Typography variant="body2" sx={{ mt: rows.length > 0 ? 0.75 : 0, whiteSpace: 'pre-line' }}>
            “{note}”
          </Typography>
        )}
      </div>
    </Box>
  )
}

const colours = { agree: 'success', object: 'error', return: 'warning' } as const

/** Their answer, or that it is awaited, or no longer needed. */
function Said({ opinion: { decision, status } }: { opinion: Opinion }) {
  const words = useWords('case')
  const isAwaited = decision === 'return' && status === 'open'
  const said = decision && !isAwaited && decision in colours ? (decision as keyof typeof colours) : null
  const told = said ?? (status === 'closed' ? 'unneeded' : 'awaited')
  return (
    <Chip size="small" variant="outlined" color={said ? colours[said] : 'default'} label={words(`opinion.${told}`)} />
  )
}
