import { Tab, Tabs } from '@mui/material'
import { LinkBase } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import { addressOf, type Chosen } from './slice.ts'

/** How it stands, and how it went. */
export function Views({ chosen: { by, slice, period }, view }: { chosen: Chosen; view: 'now' | 'history' }) {
  const words = useWords('oversight')
  return (
    <Tabs value={view} aria-label={words('views_label')} sx={{ borderBottom: 1, borderColor: 'divider', mb: 1.5 }}>
      <Tab value="now" component={LinkBase} to={addressOf({ by, slice })} label={words('view.now')} />
      <Tab
        value="history"
        component={LinkBase}
        to={addressOf({ by, slice, period }, 'history')}
        label={words('view.history')}
      />
    </Tabs>
  )
}
