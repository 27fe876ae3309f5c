import { Box } from '@mui/material'
import { useMemo, useState } from 'react'
import { ListBase, useListContext, useStore } from 'react-admin'
import type { ApplicationRow } from '../../../contracts/applications.ts'
import { useWords } from '../i18n/hooks.ts'
import { ListFrame } from '../layout/ListFrame.tsx'
import { listOptions } from '../layout/list-options.ts'
import { Notice } from '../layout/Notice.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { ApplicationFilters, type ChosenApplications } from './ApplicationFilters.tsx'
import { ApplicationRows } from './ApplicationRows.tsx'
import { Found } from './Found.tsx'
import { SearchField } from './SearchField.tsx'

/** Every case within one's office, newest first; a search takes the list's place. */
export default function ApplicationList() {
  const words = useWords('applications')
  const [chosen, choose] = useStore<ChosenApplications>('applications.chosen', {})
  const [sought, setSought] = useState<string | null>(null)
  const filter = useMemo(() => ({ ...chosen }), [chosen])
  return (
    <Box>
      <PageHead title={words('title')} intro={words('intro')} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
        <SearchField onSearch={setSought} sought={sought} />
        {sought === null && <ApplicationFilters chosen={chosen} onChoose={choose} />}
      </Box>
      {sought !== null ? (
        <Found text={sought} />
      ) : (
        <ListBase<ApplicationRow>
          key={JSON.stringify(filter)}
          resource="applications"
          filter={filter}
          sort={{ field: 'receivedAt', order: 'DESC' }}
          {...listOptions}
        >
          <Rows filtered={Object.values(chosen).some(Boolean)} onClear={() => choose({})} />
        </ListBase>
      )}
    </Box>
  )
}

function Rows({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const words = useWords('applications')
  const tasks = useWords('tasks')
  const { data } = useListContext<ApplicationRow>()
  const empty = (
    <Notice
      level="h2"
      title={words('empty_title')}
      text={words(filtered ? 'empty_filtered' : 'empty')}
      action={filtered ? { label: tasks('clear'), onClick: onClear } : undefined}
    />
  )
  return <ListFrame empty={empty}>{data && <ApplicationRows rows={data} />}</ListFrame>
}
