import { Box } from '@mui/material'
import { ListBase, useListContext } from 'react-admin'
import type { CallRow } from '../../../contracts/calls.ts'
import { useWords } from '../i18n/hooks.ts'
import { ListFrame } from '../layout/ListFrame.tsx'
import { listOptions } from '../layout/list-options.ts'
import { Notice } from '../layout/Notice.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { CallCard } from './CallCard.tsx'

/** Cases that wait for another system, the longest wait first. */
export default function CallList() {
  const words = useWords('calls')
  return (
    <Box>
      <PageHead title={words('title')} intro={words('intro')} />
      <ListBase<CallRow> resource="calls" sort={{ field: 'since', order: 'ASC' }} {...listOptions}>
        <Rows />
      </ListBase>
    </Box>
  )
}

function Rows() {
  const words = useWords('calls')
  const { data } = useListContext<CallRow>()
  return (
    <ListFrame empty={<Notice level="h2" title={words('empty_title')} text={words('empty')} />}>
      {data && (
        <Box component="ul" aria-label={words('title')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
          {data.map((row) => (
            <CallCard key={row.id} row={row} />
          ))}
        </Box>
      )}
    </ListFrame>
  )
}
