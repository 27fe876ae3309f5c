import { Box } from '@mui/material'
import type { KpiRow } from '../../../contracts/oversight-kpis.ts'
import { useWords } from '../i18n/hooks.ts'
import { Answer } from './Answer.tsx'
import { ExportLinks } from './ExportLinks.tsx'
import { KpiTile } from './KpiTile.tsx'
import { Panel } from './Panel.tsx'
import type { ChosenSlice } from './slice.ts'
import { useFigures } from './use-figures.ts'

/** What the regency holds itself to, of the part that is chosen. */
export function Kpis({ slice }: { slice: ChosenSlice }) {
  const words = useWords('oversight')
  const { office, service } = slice
  const filter = { ...(office ? { office } : {}), ...(service ? { service } : {}) }
  const kpis = useFigures<KpiRow>('kpis', filter)
  return (
    <Box sx={{ mb: 2 }}>
      <Panel title={words('kpis_title')} note={words('kpis_note')} tools={<ExportLinks list="kpis" filter={filter} />}>
        <Answer asked={kpis} isEmpty={kpis.rows.length === 0} empty={words('no_kpis')} height={132}>
          <Box
            component="ul"
            aria-label={words('kpis_title')}
            sx={{
              listStyle: 'none',
              m: 0,
              p: 0,
              display: 'grid',
              gap: 1.5,
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fill, minmax(250px, 1fr))' },
            }}
          >
            {kpis.rows.map((row) => (
              <KpiTile key={row.id} row={row} slice={slice} />
            ))}
          </Box>
        </Answer>
      </Panel>
    </Box>
  )
}
