import { Box } from '@mui/material'
import type { MessageRow } from '../../../contracts/messages.ts'
import { toldTriggers } from '../../../domain/service.ts'
import { useWords } from '../i18n/hooks.ts'
import { Choice } from '../layout/Choice.tsx'

export type ChosenMessages = Partial<Pick<MessageRow, 'status' | 'way' | 'trigger'>>

const options = {
  status: ['queued', 'sent', 'failed'],
  way: ['email', 'in-app', 'print'],
  trigger: toldTriggers,
} as const
const areas = { status: 'sent', way: 'way', trigger: 'trigger' } as const

type Props = { chosen: ChosenMessages; onChoose: (chosen: ChosenMessages) => void }

export function MessageFilters({ chosen, onChoose }: Props) {
  const words = useWords('messages')
  const terms = useWords('terms')
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 1.5, gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(3, 220px)' } }}>
      {(['status', 'way', 'trigger'] as const).map((name) => (
        <Choice
          key={name}
          label={words(name)}
          any={words(`any_${name}`)}
          value={chosen[name]}
          onChange={(value) => onChoose({ ...chosen, [name]: value })}
          choices={options[name].map((value) => ({ value, label: terms(`${areas[name]}.${value}`) }))}
        />
      ))}
    </Box>
  )
}
