import { Box, Button, TextField } from '@mui/material'
import { useState } from 'react'
import type { Refund } from '../../../contracts/bills.ts'
import { useWords } from '../i18n/hooks.ts'
import { officerCalls } from '../providers/officer-calls.ts'
import { useTaskAct } from '../tasks/use-task-act.ts'

const shortest = 4

/** The treasurer has transferred it: kept with the transfer's own reference. */
export function Repaid({ bill, refund }: { bill: string; refund: Refund }) {
  const words = useWords('bills')
  const { act, busy } = useTaskAct()
  const [reference, setReference] = useState('')
  const [tried, setTried] = useState(false)
  const given = reference.trim()
  const missing = given.length < shortest
  const say = async () => {
    setTried(true)
    if (missing) return
    const intention = `repaid ${refund.id} ${given}`
    await act(intention, (key) => officerCalls.repaid(bill, refund.id, given, key), ['lontar.bills.repaid_told', {}])
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1, alignItems: 'flex-start' }}>
      <TextField
        label={words('reference')}
        value={reference}
        onChange={(event) => setReference(event.target.value)}
        error={tried && missing}
        helperText={tried && missing ? words('reference_missing') : words('reference_hint')}
        sx={{ flex: '1 1 240px' }}
      />
      <Button variant="contained" onClick={say} loading={busy}>
        {words('repaid')}
      </Button>
    </Box>
  )
}
