import { Box } from '@mui/material'
import { useMemo } from 'react'
import { ListBase, useListContext, useStore } from 'react-admin'
import type { RegisterFilter, RegisterRow } from '../../../contracts/register.ts'
import { useWords } from '../i18n/hooks.ts'
import { ListFrame } from '../layout/ListFrame.tsx'
import { listOptions } from '../layout/list-options.ts'
import { Notice } from '../layout/Notice.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { RegisterFilters } from './RegisterFilters.tsx'
import { RegisterRows } from './RegisterRows.tsx'

/** Licences that one may see, those that end next first. */
export default function RegisterList() {
  const words = useWords('register')
  const [chosen, choose] = useStore<RegisterFilter>('register.chosen', { standing: 'valid' })
  const filter = useMemo(() => Object.fromEntries(Object.entries(chosen).filter(([, value]) => value)), [chosen])
  return (
    <Box>
      <PageHead title={words('title')} intro={words('intro')} />
      <RegisterFilters chosen={chosen} onChoose={choose} />
      <ListBase<RegisterRow>
        key={JSON.stringify(filter)}
        resource="register"
        filter={filter}
        sort={{ field: 'validUntil', order: 'ASC' }}
        {...listOptions}
      >
        <Rows filtered={Object.keys(filter).length > 0} />
      </ListBase>
    </Box>
  )
}

function Rows({ filtered }: { filtered: boolean }) {
  const words = useWords('register')
  const { data } = useListContext<RegisterRow>()
  const empty = <Notice level="h2" title={words('empty_title')} text={words(filtered ? 'empty_filtered' : 'empty')} />
  return <ListFrame empty={empty}>{data && <RegisterRows rows={data} />}</ListFrame>
}
