import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useGetList, useStore } from 'react-admin'
import type { TrayRow } from '../../../contracts/tray.ts'
import { useWords } from '../i18n/hooks.ts'
import { LoadingPage } from '../layout/LoadingPage.tsx'
import { Notice } from '../layout/Notice.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { Crash } from '../layout/Troubles.tsx'
import { ViewerProvider } from '../viewer/ViewerContext.tsx'
import { ChosenBar } from './ChosenBar.tsx'
import { PreviewDialog } from './PreviewDialog.tsx'
import { ResultDialog } from './ResultDialog.tsx'
import { SignDialog } from './SignDialog.tsx'
import { TraySections } from './TraySections.tsx'
import { useChosenRows } from './use-chosen-rows.ts'

/** As many as one call brings; those with the least time left. */
const pageSize = 200

/** What waits for the signer's name: looked at, chosen, and signed with one passphrase. */
export default function TrayPage() {
  const { data, isPending, error, refetch, total } = useGetList<TrayRow>(
    'tray',
    { pagination: { page: 1, perPage: pageSize } },
    { refetchInterval: 60_000 },
  )
  if (data) return <Tray rows={data} hasMore={total === undefined || total > data.length} />
  return isPending ? <LoadingPage /> : <Crash error={error} resetErrorBoundary={() => void refetch()} />
}

function Tray({ rows, hasMore }: { rows: TrayRow[]; hasMore: boolean }) {
  const words = useWords('tray')
  const picked = useChosenRows(rows)
  const [job, keepJob] = useStore<string | null>('tray.job', null)
  /** Tasks as they were chosen when the passphrase was asked for: a row that goes meanwhile is told of, not dropped unseen. */
  const [asked, setAsked] = useState<string[] | null>(null)
  const [watching, setWatching] = useState(false)
  const opened = (id: string) => {
    keepJob(id)
    picked.clear()
    setAsked(null)
    setWatching(true)
  }
  const again = (tasks: string[]) => {
    setWatching(false)
    setAsked(tasks)
  }
  const items = rows.map((row) => ({
    key: row.id,
    label: `${row.number} · ${row.applicantName}`,
    url: row.preview,
    type: 'application/pdf',
  }))
  const last = job && <Button onClick={() => setWatching(true)}>{words('last')}</Button>
  return (
    <ViewerProvider items={items}>
      <PageHead title={words('title')} intro={words('intro')} actions={last} />
      {rows.length === 0 ? (
        <Notice
          level="h2"
          title={words('empty_title')}
          text={words('empty')}
          action={{ label: words('to_tasks'), to: '/tasks' }}
        />
      ) : (
        <TraySections rows={rows} picked={picked} />
      )}
      {hasMore && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {words('more', { count: rows.length })}
        </Typography>
      )}
      {picked.chosen.length > 0 && (
        <>
          <Box sx={{ height: 72 }} />
          <ChosenBar picked={picked} onSign={() => setAsked(picked.chosen.map(({ id }) => id))} />
        </>
      )}
      <PreviewDialog rows={rows} picked={picked} />
      {asked && <SignDialog tasks={asked} onClose={() => setAsked(null)} onOpened={opened} />}
      {watching && job && (
        <ResultDialog id={job} onClose={() => setWatching(false)} onForgotten={() => keepJob(null)} onAgain={again} />
      )}
    </ViewerProvider>
  )
}
