import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { type FormEvent, useState } from 'react'
import { useDataProvider, useTranslate } from 'react-admin'
import { bulkDecisions, type DecideTasks } from '../../../contracts/jobs.ts'
import type { Decision } from '../../../domain/service.ts'
import { DecisionChoice } from '../decide/DecisionChoice.tsx'
import { NoteField } from '../decide/NoteField.tsx'
import { useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { problemOf } from '../providers/http.ts'
import { useAct } from '../providers/use-act.ts'

type Props = { tasks: string[]; onClose: () => void; onOpened: (job: string) => void }

/** One decision, said once, for all marked tasks. */
export function BulkDialog({ tasks, onClose, onOpened }: Props) {
  const words = useWords('tasks')
  const common = useWords('common')
  const translate = useTranslate()
  const provider = useDataProvider<OfficeProvider>()
  const { run, state } = useAct()
  const [decision, setDecision] = useState<DecideTasks['decision']>('approve')
  const [note, setNote] = useState('')
  const [told, setTold] = useState<string | null>(null)
  const busy = state !== 'idle'
  const choose = (chosen: Decision) => {
    const found = bulkDecisions.find((each) => each === chosen)
    if (found) setDecision(found)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (decision === 'reject' && !note.trim()) return setTold(words('bulk.reason_missing'))
    setTold(null)
    const body: DecideTasks = { tasks, decision, ...(note.trim() ? { note: note.trim() } : {}) }
    try {
      const job = await run(`decide-many:${JSON.stringify(body)}`, (key) => provider.decideMany(body, key))
      if (job) onOpened(job.id)
    } catch (error) {
      const { message } = problemOf(error)
      setTold(translate(message, { _: message }))
    }
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="bulk-title">
      <form onSubmit={submit} noValidate>
        <DialogTitle id="bulk-title">{words('bulk.title', { smart_count: tasks.length })}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography variant="body2" color="textSecondary">
            {words('bulk.intro')}
          </Typography>
          {told && <Alert severity="error">{told}</Alert>}
          <DecisionChoice
            decisions={[...bulkDecisions]}
            chosen={decision}
            onChoose={choose}
            label={words('bulk.decision')}
          />
          <NoteField decision={decision} value={note} onChange={setNote} disabled={busy} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="contained" color={decision === 'reject' ? 'error' : 'primary'} loading={busy}>
            {words('bulk.submit', { smart_count: tasks.length })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
