import { Box, Button, Tab, Tabs, Typography } from '@mui/material'
import { useMemo, useState } from 'react'
import { useNotify, useParams } from 'react-admin'
import { useWords } from '../../i18n/hooks.ts'
import { BackLink } from '../../layout/BackLink.tsx'
import { LoadingPage } from '../../layout/LoadingPage.tsx'
import { PageHead } from '../../layout/PageHead.tsx'
import { Crash } from '../../layout/Troubles.tsx'
import { useRefusal } from '../../layout/use-refusal.ts'
import { RehearseButton } from '../RehearseButton.tsx'
import { ChangesPart } from './ChangesPart.tsx'
import { ConflictNotice } from './ConflictNotice.tsx'
import { DocumentsPart } from './DocumentsPart.tsx'
import { DraftContext } from './DraftContext.tsx'
import { FeesPart } from './FeesPart.tsx'
import { FormPart } from './FormPart.tsx'
import { JsonPart } from './JsonPart.tsx'
import { LeaveGuard } from './LeaveGuard.tsx'
import { ProblemList } from './ProblemList.tsx'
import { type Part, parts } from './parts.ts'
import { TermsPart } from './TermsPart.tsx'
import { TextsPart } from './TextsPart.tsx'
import { entryWords } from './telling.ts'
import { useDraft } from './use-draft.ts'
import { useTongue } from './use-tongue.ts'

const forms = {
  texts: TextsPart,
  terms: TermsPart,
  fees: FeesPart,
  documents: DocumentsPart,
  form: FormPart,
  json: JsonPart,
}

/** A service being changed by its editor: part by part, then what it comes to. */
export default function DraftPage() {
  const { id: code = '' } = useParams<{ id: string }>()
  const words = useWords('draft')
  const tongue = useTongue()
  const notify = useNotify()
  const refusal = useRefusal()
  const { work, unsaved, error, refetch, busy, change, save, settle } = useDraft(code)
  const [part, setPart] = useState<Part>('texts')
  const context = useMemo(
    () => ({ definition: work?.mine, problems: work?.problems ?? [], disabled: busy, change }),
    [work, busy, change],
  )
  if (!work) return error ? <Crash error={error} resetErrorBoundary={() => void refetch()} /> : <LoadingPage />
  const keep = async () => {
    try {
      if (await save()) notify('lontar.draft.was_saved', { type: 'success' })
    } catch (failed) {
      refusal(failed)
    }
  }
  const { revision, base } = work.read
  const Form = part === 'changes' ? null : forms[part]
  return (
    <Box sx={{ maxWidth: 1080 }}>
      <LeaveGuard unsaved={unsaved} />
      <PageHead
        title={words('title', { service: entryWords(work.mine, code, tongue) })}
        intro={words('from_version', { version: base })}
        actions={<RehearseButton code={code} />}
        before={<BackLink to={`/services/${code}`}>{entryWords(work.read.definition, code, tongue)}</BackLink>}
      />
      <ConflictNotice work={work} onSettle={settle} />
      <DraftContext value={context}>
        {part !== 'json' && <ProblemList part={part} onOpen={setPart} />}
        <Tabs
          value={part}
          onChange={(_event, chosen: Part) => setPart(chosen)}
          variant="scrollable"
          allowScrollButtonsMobile
          aria-label={words('tabs.label')}
          sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}
        >
          {parts.map((each) => (
            <Tab
              key={each}
              value={each}
              id={`part-${each}`}
              aria-controls={each === part ? 'draft-part' : undefined}
              label={words(`tabs.${each}`)}
            />
          ))}
        </Tabs>
        <div role="tabpanel" id="draft-part" aria-labelledby={`part-${part}`}>
          {Form ? <Form /> : <ChangesPart code={code} work={work} unsaved={unsaved} />}
        </div>
      </DraftContext>
      <Box sx={footStyle}>
        <Typography variant="body2" color="textSecondary" role="status" sx={{ flex: 1 }}>
          {words(unsaved ? 'state.unsaved' : revision > 0 ? 'state.saved' : 'state.fresh', { revision })}
        </Typography>
        <Button
          variant={part === 'changes' && !unsaved ? 'outlined' : 'contained'}
          onClick={() => void keep()}
          disabled={!unsaved || work.conflict !== null}
          loading={busy}
        >
          {words('save')}
        </Button>
      </Box>
    </Box>
  )
}

const footStyle = {
  position: 'sticky',
  bottom: { xs: 'calc(58px + env(safe-area-inset-bottom))', md: 0 },
  zIndex: 5,
  display: 'flex',
  alignItems: 'center',
  gap: 1.5,
  bgcolor: 'background.default',
  borderTop: 1,
  borderColor: 'divider',
  py: 1.25,
} as const
