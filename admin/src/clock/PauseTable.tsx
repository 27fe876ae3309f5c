import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'
import { useTranslate } from 'react-admin'
import type { Clock } from '../../../contracts/clock.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'

/** Each time the clock stood still: from when to when, why, and by which article. */
export function PauseTable({ pauses }: Pick<Clock, 'pauses'>) {
  const words = useWords('clock')
  const translate = useTranslate()
  const { short } = useFormats()
  return (
    <>
      <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>
        {words('pauses')}
      </Typography>
      {pauses.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {words('no_pauses')}
        </Typography>
      ) : (
        <TableContainer tabIndex={0} role="region" aria-label={words('pauses')}>
          <Table size="small">
            <TableHead>
              <TableRow>
                {['from', 'until', 'reason', 'basis'].map((column) => (
                  <TableCell key={column}>{words(column)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {pauses.map(({ from, until, reason, basis, by }) => (
                <TableRow key={from}>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{short(from)}</TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{until ? short(until) : words('still')}</TableCell>
                  <TableCell>
                    {translate(`lontar.clock.pause_reason.${reason}`, { _: reason })}
                    <Typography variant="caption" color="text.secondary" component="div">
                      {words('by')} {by}
                    </Typography>
                  </TableCell>
                  <TableCell>{basis}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </>
  )
}
