import SlowMotionVideoIcon from '@mui/icons-material/SlowMotionVideo'
import { Button } from '@mui/material'
import { LinkBase, useCanAccess } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'

/** The way to having a service played, for those who may. */
export function RehearseButton({ code }: { code: string }) {
  const words = useWords('rehearsals')
  const { canAccess } = useCanAccess({ resource: 'rehearsals', action: 'ask' })
  if (!canAccess) return null
  return (
    <Button
      component={LinkBase}
      to={`/services/${code}/rehearsals`}
      variant="outlined"
      startIcon={<SlowMotionVideoIcon />}
    >
      {words('open')}
    </Button>
  )
}
