import FastForwardIcon from '@mui/icons-material/FastForward'
import { Button, Tooltip } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useDataProvider, useNotify } from 'react-admin'
import type { ApplicationDetail } from '../../../contracts/applications.ts'
import { useWords } from '../i18n/hooks.ts'
import { useRefusal } from '../layout/use-refusal.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import { useAct } from '../providers/use-act.ts'
import { useRegency } from '../regency/RegencyContext.tsx'

/** Demonstration only: moves this case's time on to its next mark, so that five days pass in a minute. */
export function SkipButton({ caseFile }: { caseFile: Pick<ApplicationDetail, 'id' | 'actions' | 'asOf'> }) {
  const words = useWords('case')
  const { demo } = useRegency()
  const provider = useDataProvider<OfficeProvider>()
  const queryClient = useQueryClient()
  const notify = useNotify()
  const refused = useRefusal()
  const { run, state } = useAct()
  if (!demo || !caseFile.actions.includes('skip')) return null
  const skip = () =>
    run(`skip:${caseFile.id}:${caseFile.asOf}`, (key) => provider.skipAhead(caseFile.id, key))
      .then((done) => done !== null && notify('lontar.case.skipped', { type: 'info' }))
      .catch(refused)
      .finally(() => queryClient.invalidateQueries())
  return (
    <Tooltip title={words('skip_hint')} describeChild>
      <Button
        variant="outlined"
        color="warning"
        startIcon={<FastForwardIcon />}
        loading={state !== 'idle'}
        onClick={skip}
      >
        {words('skip')}
      </Button>
    </Tooltip>
  )
}
