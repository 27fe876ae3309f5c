import { Box, Button, Chip, Typography } from '@mui/material'
import { useState } from 'react'
import type { MandateRow } from '../../../contracts/mandates.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { RowCard } from '../layout/RowCard.tsx'
import { EndDialog } from './EndDialog.tsx'
import { lastDay } from './office-days.ts'
import { useServiceNames } from './use-service-names.ts'

type Props = { row: MandateRow; onChanged: () => void }

const colours = { current: 'success', coming: 'info', past: 'default' } as const

/** One mandate: who, for whom, by which letter, until when, and what it leaves out. */
export function MandateCard({ row, onChanged }: Props) {
  const words = useWords('mandates')
  const { shortDate, plainDate, dateTime } = useFormats()
  const { nameOf } = useServiceNames()
  const [ending, end] = useState(false)
  const { holder, letter, services, withheld, ended, givenBy } = row
  const acts = withheld.map((act) => words(`act.${act}`)).join(', ')
  return (
    <RowCard columns="minmax(0, 1fr) minmax(0, 1.2fr) auto">
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 650 }}>{holder.name}</Typography>
        <Typography variant="body2">{row.position}</Typography>
        <Typography variant="body2" color="textSecondary">
          {row.for ? words('for', { name: row.for.name }) : words('vacant')} · {row.office}
        </Typography>
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: 650 }}>
          {words('days', { from: shortDate(row.from), until: shortDate(lastDay(row.until)) })}
        </Typography>
        <Typography variant="body2">
          {words('letter', { number: letter.number, date: plainDate(letter.date) })}
        </Typography>
        {services && (
          <Typography variant="body2">{words('services', { services: services.map(nameOf).join(', ') })}</Typography>
        )}
        <Typography variant="body2" color="textSecondary">
          {words('withheld', { acts })}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {ended
            ? words('ended', { name: ended.by.name, at: dateTime(ended.at), reason: ended.reason })
            : words('given', { name: givenBy.name, at: dateTime(row.givenAt) })}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <Chip size="small" color={colours[row.state]} variant="outlined" label={words(`state.${row.state}`)} />
        {row.actions.includes('end') && (
          <Button variant="outlined" onClick={() => end(true)} aria-label={words('end_of', { name: holder.name })}>
            {words('end')}
          </Button>
        )}
      </Box>
      {ending && <EndDialog row={row} onClose={() => end(false)} onDone={onChanged} />}
    </RowCard>
  )
}
