import { Link, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { JobRow } from '../../../contracts/jobs.ts'
import { useLocalText, useWords } from '../i18n/hooks.ts'

/** What was not done comes first: there is something to look at. */
const order = { refused: 0, unknown: 0, skipped: 0, 'under-way': 1, waiting: 1, done: 2 } as const

export function JobRows({ rows }: { rows: JobRow[] }) {
  const words = useWords('tasks')
  const local = useLocalText()
  return (
    <Table size="small" aria-label={words('bulk.rows')}>
      <TableHead>
        <TableRow>
          <TableCell>{words('column.number')}</TableCell>
          <TableCell>{words('bulk.result')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows
          .toSorted((one, other) => order[one.state] - order[other.state])
          .map(({ task, number, state, message }) => (
            <TableRow key={task}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {number ? (
                  <Link component={LinkBase} to={`/tasks/${encodeURIComponent(task)}`}>
                    {number}
                  </Link>
                ) : (
                  task
                )}
              </TableCell>
              <TableCell>
                {words(`bulk.state.${state}`)}
                {message && `: ${local(message)}`}
              </TableCell>
            </TableRow>
          ))}
      </TableBody>
    </Table>
  )
}
