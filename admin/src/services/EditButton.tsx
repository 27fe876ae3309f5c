import EditOutlinedIcon from '@mui/icons-material/EditOutlined'
import { Button } from '@mui/material'
import { LinkBase } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'

/** The way to a service's draft, for those who may edit it. */
export function EditButton({ code }: { code: string }) {
  const words = useWords('draft')
  return (
    <Button component={LinkBase} to={`/services/${code}/draft`} variant="contained" startIcon={<EditOutlinedIcon />}>
      {words('edit')}
    </Button>
  )
}
