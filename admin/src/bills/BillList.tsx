import { Box } from '@mui/material'
import { useMemo } from 'react'
import { ListBase, useListContext, useStore } from 'react-admin'
import type { BillRow } from '../../../contracts/bills.ts'
import { useWords } from '../i18n/hooks.ts'
import { ListFrame } from '../layout/ListFrame.tsx'
import { listOptions } from '../layout/list-options.ts'
import { Notice } from '../layout/Notice.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { BillFilters, type ChosenBills } from './BillFilters.tsx'
import { BillRows } from './BillRows.tsx'

/** Every bill of the office; those that need somebody first. */
export default function BillList() {
  const words = useWords('bills')
  const [chosen, choose] = useStore<ChosenBills>('bills.chosen', {})
  const filter = useMemo(() => ({ ...chosen }), [chosen])
  return (
    <Box>
      <PageHead title={words('title')} intro={words('intro')} />
      <BillFilters chosen={chosen} onChoose={choose} />
      <ListBase<BillRow>
        key={JSON.stringify(filter)}
        resource="bills"
        filter={filter}
        sort={{ field: 'attention', order: 'DESC' }}
        {...listOptions}
      >
        <Rows filtered={Object.values(chosen).some(Boolean)} />
      </ListBase>
    </Box>
  )
}

function Rows({ filtered }: { filtered: boolean }) {
  const words = useWords('bills')
  const { data } = useListContext<BillRow>()
  const empty = <Notice level="h2" title={words('empty_title')} text={words(filtered ? 'empty_filtered' : 'empty')} />
  return <ListFrame empty={empty}>{data && <BillRows rows={data} />}</ListFrame>
}
