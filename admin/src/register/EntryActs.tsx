import { Box, Button } from '@mui/material'
import { useState } from 'react'
import type { RegisterDetail } from '../../../contracts/register.ts'
import { useWords } from '../i18n/hooks.ts'
import { ActDialog } from './ActDialog.tsx'
import { type OfficeAct, officeActs } from './said.ts'

/** What the person may do to the licence as it stands; nothing else is shown. */
export function EntryActs({ entry, onActed }: { entry: RegisterDetail; onActed: () => void }) {
  const words = useWords('register')
  const [open, setOpen] = useState<OfficeAct | null>(null)
  const legal = officeActs.filter((act) => entry.actions.includes(act))
  if (legal.length === 0) return null
  return (
    <Box role="group" aria-label={words('acts')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
      {legal.map((act) => (
        <Button
          key={act}
          variant="outlined"
          color={act === 'revoke' ? 'error' : 'primary'}
          onClick={() => setOpen(act)}
        >
          {words(`act.${act}`)}
        </Button>
      ))}
      {open && (
        <ActDialog
          entry={entry.id}
          act={open}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null)
            onActed()
          }}
        />
      )}
    </Box>
  )
}
