import { Box } from '@mui/material'
import { attentions, type BillRow, billStatuses } from '../../../contracts/bills.ts'
import { useWords } from '../i18n/hooks.ts'
import { Choice } from '../layout/Choice.tsx'

export type ChosenBills = { status?: BillRow['status']; attention?: NonNullable<BillRow['attention']> }

type Props = { chosen: ChosenBills; onChoose: (chosen: ChosenBills) => void }

export function BillFilters({ chosen, onChoose }: Props) {
  const words = useWords('bills')
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 1.5, gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(2, 260px)' } }}>
      <Choice
        label={words('standing')}
        any={words('any_standing')}
        value={chosen.status}
        onChange={(value) => onChoose({ ...chosen, status: billStatuses.find((one) => one === value) })}
        choices={billStatuses.map((value) => ({ value, label: words(`status.${value}`) }))}
      />
      <Choice
        label={words('needs')}
        any={words('any_needs')}
        value={chosen.attention}
        onChange={(value) => onChoose({ ...chosen, attention: attentions.find((one) => one === value) })}
        choices={attentions.map((value) => ({ value, label: words(`attention.${value}`) }))}
      />
    </Box>
  )
}
