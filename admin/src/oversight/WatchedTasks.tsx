import { Box } from '@mui/material'
import { ListBase, useListContext } from 'react-admin'
import type { TaskRow } from '../../../contracts/tasks.ts'
import { useWords } from '../i18n/hooks.ts'
import { BackLink } from '../layout/BackLink.tsx'
import { ListFrame } from '../layout/ListFrame.tsx'
import { listOptions } from '../layout/list-options.ts'
import { Notice } from '../layout/Notice.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { leastTimeLeft } from '../tasks/order.ts'
import { TaskRows } from '../tasks/TaskRows.tsx'
import { addressOf } from './slice.ts'
import { useChosen } from './use-chosen.ts'

/** The tasks that a figure counts, as a list like the inbox. */
export function WatchedTasks() {
  const words = useWords('oversight')
  const { slice, state } = useChosen()
  const filter = { ...slice, ...(state ? { state } : {}) }
  return (
    <Box>
      <PageHead
        before={<BackLink to={addressOf({ slice })}>{words('title')}</BackLink>}
        title={state ? words('tasks_in', { state: words(`state.${state}`) }) : words('tasks_all')}
      />
      <ListBase<TaskRow>
        key={JSON.stringify(filter)}
        resource="oversight/tasks"
        filter={filter}
        sort={leastTimeLeft}
        {...listOptions}
      >
        <Rows />
      </ListBase>
    </Box>
  )
}

function Rows() {
  const words = useWords('oversight')
  const { data } = useListContext<TaskRow>()
  return (
    <ListFrame empty={<Notice level="h2" title={words('none_title')} text={words('none')} />}>
      {data && <TaskRows rows={data} />}
    </ListFrame>
  )
}
