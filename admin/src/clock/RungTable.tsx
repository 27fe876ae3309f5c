import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import type { Clock } from '../../../contracts/clock.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'

/** The marks at which the clock reminds, warns or ends, and which were passed. */
export function RungTable({ rungs }: Pick<Clock, 'rungs'>) {
  const words = useWords('clock')
  const { short } = useFormats()
  return (
    <>
      <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>
        {words('rungs')}
      </Typography>
      <Table size="small">
        <TableHead>
          <TableRow>
            {['rung', 'rung_at', 'rung_state'].map((column) => (
              <TableCell key={column}>{words(column)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rungs.map(({ percent, at, reached }) => (
            <TableRow key={percent}>
              <TableCell>{percent} %</TableCell>
              <TableCell>{at ? short(at) : words('not_known')}</TableCell>
              <TableCell>{words(reached ? 'reached' : 'ahead')}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  )
}
