import { Box } from '@mui/material'
import { useGetList } from 'react-admin'
import type { ServiceSummary } from '../../../contracts/services.ts'
import { type Status, statuses } from '../../../domain/case/state.ts'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { Choice } from '../layout/Choice.tsx'

export type ChosenApplications = { status?: Status; service?: string }

type Props = { chosen: ChosenApplications; onChoose: (chosen: ChosenApplications) => void }

export function ApplicationFilters({ chosen, onChoose }: Props) {
  const words = useWords('applications')
  const tasks = useWords('tasks')
  const terms = useWords('terms')
  const local = useLocalText()
  const { data: services = [] } = useGetList<ServiceSummary & { id: string }>('services', {
    pagination: { page: 1, perPage: 200 },
  })
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 1.5, flex: '1 1 340px', maxWidth: 560, gridTemplateColumns: '1fr 1fr' }}>
      <Choice
        label={words('status')}
        any={words('any_status')}
        value={chosen.status}
        onChange={(status) => onChoose({ ...chosen, status: status as Status | undefined })}
        choices={statuses.map((status) => ({ value: status, label: terms(`status.${status}`) }))}
      />
      <Choice
        label={tasks('service')}
        any={tasks('any_service')}
        value={chosen.service}
        onChange={(service) => onChoose({ ...chosen, service })}
        choices={services.map(({ code, name }) => ({ value: code, label: local(name) }))}
      />
    </Box>
  )
}
