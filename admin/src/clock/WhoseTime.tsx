import { Box, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import type { CaseClocks } from '../../../contracts/clock.ts'
import { Section } from '../case/Section.tsx'
import { useFormats, useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { leaf, tones } from '../theme/palette.ts'

type HeldTime = CaseClocks['holders'][number]

/** With whom the case lay, and for how long: a row each, along one line of time. */
export function WhoseTime({ application, asOf }: { application: string; asOf: string }) {
  const words = useWords('clock')
  const { number, short } = useFormats()
  const provider = useDataProvider<OfficeProvider>()
  const { data } = useQuery<CaseClocks>({
    queryKey: ['applications', 'clocks', { id: application, asOf }],
    queryFn: () => provider.caseClocks(application),
  })
  if (!data?.total || !data.from || data.holders.length === 0) return null
  const from = Date.parse(data.from)
  const until = Date.parse(data.until ?? data.asOf)
  const worked = ({ workingDays, workingMinutes }: { workingDays: number; workingMinutes: number }) =>
    words('worked', { days: number(workingDays), hours: number(workingMinutes / 60) })
  return (
    <Section title={words('whose')} aside={<Typography variant="caption">{worked(data.total)}</Typography>}>
      <Typography variant="caption" color="textSecondary" component="p" sx={{ m: 0, mb: 1 }}>
        {words('whose_note')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 }}>
        {data.holders.map((held) => (
          <li key={`${held.kind} ${held.code}`}>
            <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between' }}>
              <Typography variant="body2" sx={{ fontWeight: 600 }}>
                {held.name}
              </Typography>
              <Typography variant="body2" sx={{ flex: 'none' }}>
                {worked(held)}
              </Typography>
            </Box>
            <Line held={held} from={from} until={until} />
          </li>
        ))}
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mt: 0.75 }}>
        <Typography variant="caption" color="textSecondary">
          {short(data.from)}
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {data.until ? short(data.until) : words('now_on_plot')}
        </Typography>
      </Box>
    </Section>
  )
}

const colours: Record<HeldTime['kind'], string> = {
  agency: tones.calm.bar,
  village: tones.calm.bar,
  outside: tones.warned.bar,
  applicant: tones.paused.bar,
  system: tones.stopped.bar,
}

/** The figures beside it say the same. */
function Line({ held, from, until }: { held: HeldTime; from: number; until: number }) {
  const whole = Math.max(until - from, 1)
  return (
    <Box aria-hidden sx={{ position: 'relative', height: 10, borderRadius: 1, bgcolor: leaf.line, overflow: 'hidden' }}>
      {held.spans.map((span) => {
        const begin = Date.parse(span.from)
        const end = span.until ? Date.parse(span.until) : until
        return (
          <Box
            key={span.from}
            sx={{
              position: 'absolute',
              top: 0,
              bottom: 0,
              bgcolor: colours[held.kind],
              left: `${((begin - from) / whole) * 100}%`,
              width: `${Math.max(((end - begin) / whole) * 100, 0.6)}%`,
            }}
          />
        )
      })}
    </Box>
  )
}
