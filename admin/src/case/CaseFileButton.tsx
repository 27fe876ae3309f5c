import InventoryIcon from '@mui/icons-material/Inventory2Outlined'
import { Button } from '@mui/material'
import { useState } from 'react'
import { useCanAccess } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import { CaseFileDialog } from './CaseFileDialog.tsx'

/** For those who may hand a whole case to an ombudsman or a court. */
export function CaseFileButton({ application }: { application: string }) {
  const words = useWords('case')
  const [open, setOpen] = useState(false)
  const { canAccess } = useCanAccess({ resource: 'applications', action: 'export' })
  if (!canAccess) return null
  return (
    <>
      <Button variant="outlined" startIcon={<InventoryIcon />} onClick={() => setOpen(true)}>
        {words('file_export')}
      </Button>
      {open && <CaseFileDialog application={application} onClose={() => setOpen(false)} />}
    </>
  )
}
