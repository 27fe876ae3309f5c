import PreviewIcon from '@mui/icons-material/FindInPageOutlined'
import { Box, Button, Card, Checkbox, Link, Typography } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { TrayRow } from '../../../contracts/tray.ts'
import { ClockBar } from '../clock/ClockBar.tsx'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { useViewer } from '../viewer/ViewerContext.tsx'
import { Reasons } from './Reasons.tsx'
import { type ChosenRows, isBusy } from './use-chosen-rows.ts'

/** One document: whose, what, how long there is, why it is to be looked at, and the letter itself a tap away. */
export function TrayCard({ row, picked }: { row: TrayRow; picked: ChosenRows }) {
  const words = useWords('tray')
  const local = useLocalText()
  const { open } = useViewer()
  const isChosen = picked.isChosen(row.id)
  return (
    <Card
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'auto minmax(0, 1fr)', md: 'auto minmax(0, 1fr) 230px auto' },
        gridTemplateAreas: {
          xs: '"mark what" "mark clock" "mark look"',
          md: '"mark what clock look"',
        },
        alignItems: { xs: 'start', md: 'center' },
        columnGap: { xs: 0.5, md: 2 },
        rowGap: 1,
        py: 1.25,
        pr: 1.5,
        pl: 0.5,
        borderColor: isChosen ? 'primary.main' : undefined,
        bgcolor: isChosen ? 'action.selected' : undefined,
      }}
    >
      <Checkbox
        checked={isChosen}
        disabled={isBusy(row) || (picked.isFull && !isChosen)}
        onChange={() => picked.toggle(row.id)}
        slotProps={{ input: { 'aria-label': words('choose', { number: row.number, name: row.applicantName }) } }}
        sx={{ gridArea: 'mark', width: 48, height: 48 }}
      />
      <Box sx={{ gridArea: 'what', minWidth: 0, pt: { xs: 1, md: 0 } }}>
        <Typography sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>{row.applicantName}</Typography>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {local(row.document)}
        </Typography>
        <Link component={LinkBase} to={`/tasks/${encodeURIComponent(row.id)}`} variant="body2">
          {row.number}
        </Link>
        <Reasons reasons={row.lookFirst} />
      </Box>
      <Box sx={{ gridArea: 'clock' }}>
        <ClockBar clock={row.clock} />
      </Box>
      <Box sx={{ gridArea: 'look' }}>
        <Button
          startIcon={<PreviewIcon />}
          onClick={() => open(row.id)}
          aria-label={words('look_at', { number: row.number })}
          sx={{ minHeight: 44, ml: { xs: -1, md: 0 } }}
        >
          {words('look')}
        </Button>
      </Box>
    </Card>
  )
}
