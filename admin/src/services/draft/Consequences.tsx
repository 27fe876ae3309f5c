import { Box, Typography } from '@mui/material'
import type { ServiceVersionRow } from '../../../../contracts/service-drafts.ts'
import { useFormats, useWords } from '../../i18n/hooks.ts'

type Props = { versions: readonly ServiceVersionRow[]; next: number }

/** What publishing would mean for those who have filed, and for those who will. */
export function Consequences({ versions, next }: Props) {
  const words = useWords('draft')
  const { plainDate, number } = useFormats()
  const open = versions.filter(({ openCases }) => openCases > 0)
  const inForce = versions.find(({ current }) => current)?.version ?? 0
  const upcoming = versions.find(({ version, effectiveFrom }) => version > inForce && effectiveFrom !== null)
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      <Line text={words('changes.new_cases', { version: next })} />
      {open.map(({ version, openCases }) => (
        <Line
          key={version}
          text={words('changes.open_cases', { smart_count: openCases, count: number(openCases), version })}
        />
      ))}
      {open.length === 0 && <Line text={words('changes.no_open_cases')} />}
      {upcoming?.effectiveFrom && (
        <Line text={words('changes.upcoming', { version: upcoming.version, day: plainDate(upcoming.effectiveFrom) })} />
      )}
    </Box>
  )
}

const Line = ({ text }: { text: string }) => (
  <Typography component="li" variant="body2">
    {text}
  </Typography>
)
