import { Box, Tab, Tabs } from '@mui/material'
import { useStore } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import { PageHead } from '../layout/PageHead.tsx'
import { AbsenceList } from './AbsenceList.tsx'
import { MandateList } from './MandateList.tsx'

const tabs = ['mandates', 'absences'] as const
type Which = (typeof tabs)[number]

/** Who stands in for whom, and who is away. */
export default function Assignments() {
  const words = useWords('mandates')
  const [which, show] = useStore<Which>('mandates.tab', 'mandates')
  return (
    <Box>
      <PageHead title={words('title')} intro={words('intro')} />
      <Tabs
        value={which}
        onChange={(_, value: Which) => show(value)}
        aria-label={words('title')}
        sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}
      >
        {tabs.map((tab) => (
          <Tab key={tab} value={tab} label={words(`tab.${tab}`)} id={`tab-${tab}`} aria-controls={`panel-${tab}`} />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`panel-${which}`} aria-labelledby={`tab-${which}`}>
        {which === 'mandates' ? <MandateList /> : <AbsenceList />}
      </Box>
    </Box>
  )
}
