import { Alert, Box, Button, Skeleton, Typography } from '@mui/material'
import { useState } from 'react'
import { Section } from '../../case/Section.tsx'
import { useWords } from '../../i18n/hooks.ts'
import { Crash } from '../../layout/Troubles.tsx'
import { ChangeList } from './ChangeList.tsx'
import { Consequences } from './Consequences.tsx'
import { changesBetween } from './compare.ts'
import { DiscardButton } from './DiscardButton.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import type { Work } from './use-draft.ts'
import { useVersion, useVersions } from './use-versions.ts'

type Props = { code: string; work: Work; unsaved: boolean }

/** What the draft changes, what that means, and its publication or end. */
export function ChangesPart({ code, work, unsaved }: Props) {
  const words = useWords('draft')
  const { base, revision } = work.read
  const published = useVersion(code, base)
  const versions = useVersions(code)
  const [publishing, setPublishing] = useState(false)
  const error = published.error ?? versions.error
  if (error) return <Crash error={error} resetErrorBoundary={() => void published.refetch()} />
  if (!published.data || !versions.data) return <Skeleton variant="rounded" height={240} />
  const before = published.data.definition
  const changes = changesBetween(before, work.mine)
  const hindrance = unsaved
    ? words('publish.save_first')
    : work.problems.length > 0
      ? words('publish.mend_first')
      : null
  const next = Math.max(...versions.data.map(({ version }) => version)) + 1
  return (
    <>
      <Section title={words('changes.title', { version: base })}>
        {changes.length === 0 ? (
          <Typography variant="body2">{words('changes.none', { version: base })}</Typography>
        ) : (
          <ChangeList changes={changes} before={before} after={work.mine} />
        )}
      </Section>
      {changes.length > 0 && (
        <Section title={words('changes.means')}>
          <Consequences versions={versions.data} next={next} />
        </Section>
      )}
      {changes.length > 0 && hindrance && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {hindrance}
        </Alert>
      )}
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end', flexWrap: 'wrap', mb: 2 }}>
        {revision > 0 && <DiscardButton code={code} revision={revision} />}
        {revision > 0 && changes.length > 0 && (
          <Button variant="contained" disabled={hindrance !== null} onClick={() => setPublishing(true)}>
            {words('publish.open')}
          </Button>
        )}
      </Box>
      {publishing && (
        <PublishDialog
          code={code}
          revision={revision}
          next={next}
          versions={versions.data}
          onClose={() => setPublishing(false)}
        />
      )}
    </>
  )
}
