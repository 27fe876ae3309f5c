import { Box } from '@mui/material'
import { useWords } from '../i18n/hooks.ts'
import { leaf } from '../theme/palette.ts'

type Props = { title: string; headings: string[]; rows: { id: string; cells: string[] }[] }

/** What a plot shows, as a table for whoever would rather read it, folded away until asked for. */
export function PlotTable({ title, headings, rows }: Props) {
  const words = useWords('oversight')
  return (
    <Box component="details" sx={{ mt: 1, '& summary': { cursor: 'pointer', py: 0.5, color: leaf.muted } }}>
      <summary>{words('as_table')}</summary>
      <Box sx={{ overflowX: 'auto' }}>
        <Box component="table" aria-label={title} sx={look}>
          <thead>
            <tr>
              {headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, cells: [first, ...rest] }) => (
              <tr key={id}>
                <th scope="row">{first}</th>
                {rest.map((cell, at) => (
                  <td key={headings[at + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
    </Box>
  )
}

const look = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: '0.875rem',
  '& th, & td': { py: 0.5, px: 1, borderBottom: `1px solid ${leaf.line}`, textAlign: 'right' },
  '& th:first-of-type': { textAlign: 'left', fontWeight: 500, pl: 0 },
  '& thead th': { color: leaf.muted, fontWeight: 600, fontSize: '0.75rem' },
} as const
