import { Alert, Box, Button } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useTranslate } from 'react-admin'
import type { TaskDetail } from '../../../contracts/tasks.ts'
import type { Decision } from '../../../domain/service.ts'
import { useFlags } from '../case/FlagContext.tsx'
import type { Target } from '../case/targets.ts'
import { useWords } from '../i18n/hooks.ts'
import { decisionColours } from './DecisionChoice.tsx'
import { DeficiencyList } from './DeficiencyList.tsx'
import { type Draft, decisionBody, type Missing, missingFor } from './draft.ts'
import { ExternalDocument } from './ExternalDocument.tsx'
import { NoteField } from './NoteField.tsx'
import { SigningFields } from './SigningFields.tsx'
import { useDecide } from './use-decide.ts'

type Props = { task: TaskDetail; decision: Decision; targets: Target[]; onCancel: () => void }

const empty = { note: '', number: '', file: null, passphrase: '' }

/** What one decision asks for. The screen waits for the answer, and a second click is the same act. */
export function DecisionForm({ task, decision, targets, onCancel }: Props) {
  const words = useWords('decide')
  const common = useWords('common')
  const translate = useTranslate()
  const flags = useFlags()?.flags ?? []
  const [fields, setFields] = useState<Omit<Draft, 'flags' | 'brings'>>(empty)
  const [tried, setTried] = useState(false)
  const { decide, state, problem } = useDecide(task, decision)
  const draft: Draft = { ...fields, flags, brings: task.brings }
  const missing: Missing = tried ? missingFor(decision, draft) : {}
  const set = (change: Partial<typeof fields>) => setFields((before) => ({ ...before, ...change }))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(missingFor(decision, draft)).length > 0) return
    await decide(decisionBody(decision, draft))
    setTried(false)
    set({ passphrase: '' })
  }
  const told = (field: string) => problem?.errors?.[field] ?? (missing[field] && words(missing[field]))
  const busy = state !== 'idle'
  return (
    <Box component="form" onSubmit={submit} noValidate sx={{ display: 'grid', gap: 1.5, mt: 1.5 }}>
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
      {decision === 'sign' && (
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
        value={fields.note}
        onChange={(note) => set({ note })}
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
