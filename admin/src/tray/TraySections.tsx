import { Box, Button, Typography } from '@mui/material'
import { type TrayRow, trayLimit } from '../../../contracts/tray.ts'
import { useWords } from '../i18n/hooks.ts'
import { TrayCard } from './TrayCard.tsx'
import type { ChosenRows } from './use-chosen-rows.ts'

/** What has to be looked at, one by one; below it the ordinary, chosen at one tap. */
export function TraySections({ rows, picked }: { rows: TrayRow[]; picked: ChosenRows }) {
  const words = useWords('tray')
  const odd = rows.filter(({ lookFirst }) => lookFirst.length > 0)
  const { ordinary, allOrdinary, toggleOrdinary } = picked
  const many = Math.min(ordinary.length, trayLimit)
  return (
    <Box sx={{ display: 'grid', gap: 3, maxWidth: 980 }}>
      {odd.length > 0 && (
        <Box component="section" aria-labelledby="tray-odd">
          <Typography variant="h2" id="tray-odd">
            {words('odd', { smart_count: odd.length })}
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
            {words('odd_intro')}
          </Typography>
          <Cards rows={odd} picked={picked} label="tray-odd" />
        </Box>
      )}
      {ordinary.length > 0 && (
        <Box component="section" aria-labelledby="tray-ordinary">
          <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, mb: 1 }}>
            <Typography variant="h2" id="tray-ordinary" sx={{ flex: '1 1 200px' }}>
              {words('ordinary', { smart_count: ordinary.length })}
            </Typography>
            <Button variant="outlined" onClick={toggleOrdinary} aria-pressed={allOrdinary}>
              {allOrdinary ? words('choose_none') : words('choose_ordinary', { smart_count: many })}
            </Button>
          </Box>
          <Cards rows={ordinary} picked={picked} label="tray-ordinary" />
        </Box>
      )}
    </Box>
  )
}

function Cards({ rows, picked, label }: { rows: TrayRow[]; picked: ChosenRows; label: string }) {
  return (
    <Box component="ul" aria-labelledby={label} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {rows.map((row) => (
        <TrayCard key={row.id} row={row} picked={picked} />
      ))}
    </Box>
  )
}
