import FilterListIcon from '@mui/icons-material/FilterList'
import { Badge, Box, Button, Collapse, type Theme, useMediaQuery } from '@mui/material'
import { useState } from 'react'
import { useGetList, useGetOne } from 'react-admin'
import type { ServiceDetail, ServiceSummary } from '../../../contracts/services.ts'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { Choice } from '../layout/Choice.tsx'
import { useRegency } from '../regency/RegencyContext.tsx'
import { type Chosen, clockStates, hasFilters } from './filters.ts'

type Props = { chosen: Chosen; onChoose: (chosen: Chosen) => void }

/** State of the clock, service, step of the service, service point; folded away on a phone. */
export function TaskFilters(props: Props) {
  const words = useWords('tasks')
  const isWide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'))
  const [open, setOpen] = useState(false)
  if (isWide) return <Choices {...props} />
  const set = Object.entries(props.chosen).filter(([name, value]) => name !== 'whose' && value).length
  return (
    <Box sx={{ mb: 1.5 }}>
      <Badge badgeContent={set} color="primary">
        <Button variant="outlined" startIcon={<FilterListIcon />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {words('filters')}
        </Button>
      </Badge>
      <Collapse in={open} unmountOnExit>
        <Box sx={{ pt: 1.5 }}>
          <Choices {...props} />
        </Box>
      </Collapse>
    </Box>
  )
}

function Choices({ chosen, onChoose }: Props) {
  const words = useWords('tasks')
  const local = useLocalText()
  const { servicePoints } = useRegency()
  const { data: services = [] } = useGetList<ServiceSummary & { id: string }>('services', {
    pagination: { page: 1, perPage: 200 },
  })
  const { data: service } = useGetOne<ServiceDetail & { id: string }>(
    'services',
    { id: chosen.service ?? '', meta: { whole: true } },
    { enabled: Boolean(chosen.service) },
  )
  const steps = chosen.service && service ? service.steps.filter(({ desk }) => desk) : []
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1,
        mb: 1.5,
        gridTemplateColumns: { xs: '1fr', md: 'repeat(4, minmax(0, 1fr)) auto' },
      }}
    >
      <Choice
        label={words('state_label')}
        any={words('state.any')}
        value={chosen.state}
        onChange={(state) => onChoose({ ...chosen, state: state as Chosen['state'] })}
        choices={clockStates.map((state) => ({ value: state, label: words(`state.${state}`) }))}
      />
      <Choice
        label={words('service')}
        any={words('any_service')}
        value={chosen.service}
        onChange={(code) => onChoose({ ...chosen, service: code, step: undefined })}
        choices={services.map(({ code, name }) => ({ value: code, label: local(name) }))}
      />
      <Choice
        label={words('step')}
        any={words('any_step')}
        value={chosen.step}
        disabled={steps.length === 0}
        onChange={(step) => onChoose({ ...chosen, step })}
        choices={steps.map(({ code, name }) => ({ value: code, label: local(name) }))}
      />
      <Choice
        label={words('point')}
        any={words('any_point')}
        value={chosen.servicePoint}
        onChange={(servicePoint) => onChoose({ ...chosen, servicePoint })}
        choices={servicePoints.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Button disabled={!hasFilters(chosen)} onClick={() => onChoose({ whose: chosen.whose })}>
        {words('clear')}
      </Button>
    </Box>
  )
}
