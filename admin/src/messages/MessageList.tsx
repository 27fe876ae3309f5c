import { Box } from '@mui/material'
import { useMemo } from 'react'
import { ListBase, useListContext, useStore } from 'react-admin'
import type { MessageRow } from '../../../contracts/messages.ts'
import { useWords } from '../i18n/hooks.ts'
import { ListFrame } from '../layout/ListFrame.tsx'
import { listOptions } from '../layout/list-options.ts'
import { Notice } from '../layout/Notice.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { type ChosenMessages, MessageFilters } from './MessageFilters.tsx'
import { MessageRows } from './MessageRows.tsx'

/** The log of what was told, newest first. */
export default function MessageList() {
  const words = useWords('messages')
  const [chosen, choose] = useStore<ChosenMessages>('messages.chosen', {})
  const filter = useMemo(() => ({ ...chosen }), [chosen])
  return (
    <Box>
      <PageHead title={words('title')} intro={words('intro')} />
      <MessageFilters chosen={chosen} onChoose={choose} />
      <ListBase<MessageRow>
        key={JSON.stringify(filter)}
        resource="messages"
        filter={filter}
        sort={{ field: 'queuedAt', order: 'DESC' }}
        {...listOptions}
      >
        <Rows filtered={Object.values(chosen).some(Boolean)} />
      </ListBase>
    </Box>
  )
}

function Rows({ filtered }: { filtered: boolean }) {
  const words = useWords('messages')
  const { data } = useListContext<MessageRow>()
  const empty = <Notice level="h2" title={words('empty_title')} text={words(filtered ? 'empty_filtered' : 'empty')} />
  return <ListFrame empty={empty}>{data && <MessageRows rows={data} />}</ListFrame>
}
