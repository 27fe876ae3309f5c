import { Button } from '@mui/material'
import { useState } from 'react'
import { useCanAccess } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import type { AnswerSection } from './answers.ts'
import { UnmaskDialog } from './UnmaskDialog.tsx'

/** For those whose role may see a number in full. */
export function UnmaskButton({ application, sections }: { application: string; sections: AnswerSection[] }) {
  const words = useWords('case')
  const [open, setOpen] = useState(false)
  const { canAccess } = useCanAccess({ resource: 'applications', action: 'unmask' })
  if (!canAccess) return null
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {words('unmask')}
      </Button>
      {open && <UnmaskDialog application={application} sections={sections} onClose={() => setOpen(false)} />}
    </>
  )
}
