import { Alert, Box, Button } from '@mui/material'
import { type FormEvent, useCallback, useState } from 'react'
import { useTranslate } from 'react-admin'
import type { TaskDetail } from '../../../contracts/tasks.ts'
import type { Decision } from '../../../domain/service.ts'
import { useFlags } from '../case/FlagContext.tsx'
import type { Target } from '../case/targets.ts'
import { useWords } from '../i18n/hooks.ts'
import { AskedFields } from './AskedFields.tsx'
import { decisionColours } from './DecisionChoice.tsx'
import { DeficiencyList } from './DeficiencyList.tsx'
import { type Draft, decisionBody, type Missing, missingFor } from './draft.ts'
import { ExternalDocument } from './ExternalDocument.tsx'
import { NoteField } from './NoteField.tsx'
import { Photos } from './Photos.tsx'
import type { Photo } from './report-drawer.ts'
import { SigningFields } from './SigningFields.tsx'
import { useDecide } from './use-decide.ts'
import { useReport } from './use-report.ts'

type Fields = { number: string; file: string | null; passphrase: string }
type Props = { task: TaskDetail; decision: Decision; targets: Target[]; onCancel: () => void }

const empty: Fields = { number: '', file: null, passphrase: '' }

/** What one decision asks for. The screen waits for the answer, and a second click is the same act. */
export function DecisionForm({ task, decision, targets, onCancel }: Props) {
  const words = useWords('decide')
  const common = useWords('common')
  const translate = useTranslate()
  const flags = useFlags()?.flags ?? []
  const [fields, setFields] = useState(empty)
  const [tried, setTried] = useState(false)
  const { decide, state, problem } = useDecide(task, decision)
  const isReturn = decision === 'return'
  const report = useReport(task.id, decision, task.photos !== null && !isReturn)
  const { note, answers, photos } = report.said
  const signs = task.signs.includes(decision)
  const draft: Draft = {
    ...fields,
    note,
    flags,
    brings: task.brings,
    signs,
    answers: task.asks && !isReturn ? answers : null,
    photos: task.photos && !isReturn ? photos.flatMap(({ id }) => id ?? []) : null,
    unsent: photos.filter(({ id }) => id === null).length,
  }
  const missing: Missing = tried ? missingFor(decision, draft) : {}
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }))
  const { change } = report
  const changePhotos = useCallback(
    (edit: (before: Photo[]) => Photo[]) => change(({ photos: before }) => ({ photos: edit(before) })),
    [change],
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(missingFor(decision, draft)).length > 0) return
    if (await decide(decisionBody(decision, draft))) await report.forget()
    setTried(false)
    set({ passphrase: '' })
  }
  const told = (field: string) => problem?.errors?.[field] ?? (missing[field] && words(missing[field]))
  const busy = state !== 'idle'
  if (!report.ready) return null
  return (
    <Box component="form" onSubmit={submit} noValidate sx={{ display: 'grid', gap: 1.5, mt: 1.5 }}>
      {report.trouble && <Alert severity="warning">{words('report_unkept')}</Alert>}
      {report.wasKept && <Alert severity="info">{words('report_kept')}</Alert>}
      {decision === 'return' && <DeficiencyList targets={targets} told={told} disabled={busy} />}
      {decision === 'approve' && task.brings === 'external-document' && (
        <ExternalDocument
          number={fields.number}
          onNumber={(number) => set({ number })}
          onFile={(file) => set({ file })}
          told={told}
          disabled={busy}
        />
      )}
      {draft.answers && task.asks && (
        <AskedFields
          schema={task.asks.schema}
          uiSchema={task.asks.uiSchema}
          answers={answers}
          onChange={(changed) => report.change(() => ({ answers: changed }))}
          told={(name) => problem?.errors?.[`answers.${name}`]}
          disabled={busy}
        />
      )}
      {draft.photos && task.photos && (
        <Photos
          report={report.id}
          wanted={task.photos}
          photos={photos}
          onChange={changePhotos}
          told={told('photos')}
          disabled={busy}
        />
      )}
      {signs && (
        <SigningFields
          preview={task.preview}
          passphrase={fields.passphrase}
          onPassphrase={(passphrase) => set({ passphrase })}
          told={told('passphrase') ?? told('signing.passphrase') ?? told('signing')}
          disabled={busy}
        />
      )}
      <NoteField
        decision={decision}
        value={note}
        onChange={(written) => report.change(() => ({ note: written }))}
        told={told('note')}
        disabled={busy}
      />
      {state === 'repeating' && <Alert severity="warning">{translate('lontar.error.repeating')}</Alert>}
      {problem && <Alert severity={problem.unknown ? 'warning' : 'error'}>{problem.message}</Alert>}
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'flex-end', flexWrap: 'wrap' }}>
        <Button onClick={onCancel} disabled={busy}>
          {common('cancel')}
        </Button>
        <Button type="submit" variant="contained" color={decisionColours[decision]} loading={busy}>
          {words(`submit.${decision}`)}
        </Button>
      </Box>
    </Box>
  )
}
