import { Box, Button } from '@mui/material'
import { useState } from 'react'
import { ListBase, useCanAccess, useListContext } from 'react-admin'
import type { MandateRow } from '../../../contracts/mandates.ts'
import { useWords } from '../i18n/hooks.ts'
import { ListFrame } from '../layout/ListFrame.tsx'
import { listOptions } from '../layout/list-options.ts'
import { Notice } from '../layout/Notice.tsx'
import { MandateCard } from './MandateCard.tsx'
import { MandateDialog } from './MandateDialog.tsx'

/** Mandates of one's offices, the newest first. */
export function MandateList() {
  return (
    <ListBase<MandateRow> resource="mandates" sort={{ field: 'from', order: 'DESC' }} {...listOptions}>
      <Rows />
    </ListBase>
  )
}

function Rows() {
  const words = useWords('mandates')
  const { data, refetch } = useListContext<MandateRow>()
  const { canAccess } = useCanAccess({ resource: 'mandates', action: 'give' })
  const [giving, give] = useState(false)
  return (
    <>
      {canAccess && (
        <Button variant="contained" onClick={() => give(true)} sx={{ mb: 2 }}>
          {words('new_mandate')}
        </Button>
      )}
      <ListFrame empty={<Notice level="h2" title={words('empty_title')} text={words('empty')} />}>
        {data && (
          <Box
            component="ul"
            aria-label={words('tab.mandates')}
            sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}
          >
            {data.map((row) => (
              <MandateCard key={row.id} row={row} onChanged={refetch} />
            ))}
          </Box>
        )}
      </ListFrame>
      {giving && <MandateDialog onClose={() => give(false)} onDone={refetch} />}
    </>
  )
}
