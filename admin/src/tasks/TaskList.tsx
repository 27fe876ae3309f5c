import { Box } from '@mui/material'
import { ListBase, useListContext } from 'react-admin'
import type { TaskRow } from '../../../contracts/tasks.ts'
import { useWords } from '../i18n/hooks.ts'
import { ListFrame } from '../layout/ListFrame.tsx'
import { listOptions } from '../layout/list-options.ts'
import { PageHead } from '../layout/PageHead.tsx'
import { BulkBar } from './BulkBar.tsx'
import { type Chosen, hasFilters } from './filters.ts'
import { leastTimeLeft } from './order.ts'
import { TaskEmpty } from './TaskEmpty.tsx'
import { TaskFilters } from './TaskFilters.tsx'
import { TaskRows } from './TaskRows.tsx'
import { useChosen } from './use-chosen.ts'
import { WhoseTabs } from './WhoseTabs.tsx'

/** The inbox: live, least time left first. */
export default function TaskList() {
  const words = useWords('tasks')
  const { chosen, choose, filter } = useChosen()
  return (
    <Box>
      <PageHead title={words('title')} intro={words('intro')} />
      <WhoseTabs chosen={chosen} onChoose={choose} />
      <TaskFilters chosen={chosen} onChoose={choose} />
      <ListBase<TaskRow>
        key={JSON.stringify(filter)}
        resource="tasks"
        filter={filter}
        sort={leastTimeLeft}
        {...listOptions}
      >
        <Rows chosen={chosen} onChoose={choose} />
      </ListBase>
    </Box>
  )
}

function Rows({ chosen, onChoose }: { chosen: Chosen; onChoose: (chosen: Chosen) => void }) {
  const { data } = useListContext<TaskRow>()
  const empty = (
    <TaskEmpty whose={chosen.whose ?? 'mine'} filtered={hasFilters(chosen)} onChoose={onChoose} chosen={chosen} />
  )
  return (
    <>
      {data && <BulkBar rows={data} />}
      <ListFrame empty={empty}>{data && <TaskRows rows={data} />}</ListFrame>
    </>
  )
}
