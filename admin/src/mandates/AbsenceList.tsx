import { Box, Button } from '@mui/material'
import { useState } from 'react'
import { ListBase, useListContext } from 'react-admin'
import type { AbsenceRow } from '../../../contracts/absences.ts'
import { useWords } from '../i18n/hooks.ts'
import { ListFrame } from '../layout/ListFrame.tsx'
import { listOptions } from '../layout/list-options.ts'
import { Notice } from '../layout/Notice.tsx'
import { AbsenceCard } from './AbsenceCard.tsx'
import { AbsenceDialog } from './AbsenceDialog.tsx'

/** Who is away in one's offices, the newest first. */
export function AbsenceList() {
  return (
    <ListBase<AbsenceRow> resource="absences" sort={{ field: 'from', order: 'DESC' }} {...listOptions}>
      <Rows />
    </ListBase>
  )
}

function Rows() {
  const words = useWords('mandates')
  const { data, refetch } = useListContext<AbsenceRow>()
  const [recording, record] = useState(false)
  return (
    <>
      <Button variant="contained" onClick={() => record(true)} sx={{ mb: 2 }}>
        {words('new_absence')}
      </Button>
      <ListFrame empty={<Notice level="h2" title={words('empty_absences_title')} text={words('empty_absences')} />}>
        {data && (
          <Box
            component="ul"
            aria-label={words('tab.absences')}
            sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}
          >
            {data.map((row) => (
              <AbsenceCard key={row.id} row={row} onChanged={refetch} />
            ))}
          </Box>
        )}
      </ListFrame>
      {recording && <AbsenceDialog onClose={() => record(false)} onDone={refetch} />}
    </>
  )
}
