import { Tab, Tabs } from '@mui/material'
import { useWords } from '../i18n/hooks.ts'
import { useCount } from '../layout/use-count.ts'
import { type Chosen, tasksFilter, type Whose, whose } from './filters.ts'

type Props = { chosen: Chosen; onChoose: (chosen: Chosen) => void }

/** Mine, nobody's, all: each with how many, under the filters that are set. */
export function WhoseTabs({ chosen, onChoose }: Props) {
  const words = useWords('tasks')
  return (
    <Tabs
      value={chosen.whose ?? 'mine'}
      onChange={(_, tab: Whose) => onChoose({ ...chosen, whose: tab })}
      aria-label={words('tabs_label')}
      variant="scrollable"
      scrollButtons={false}
      sx={{ borderBottom: 1, borderColor: 'divider', mb: 1.5 }}
    >
      {whose.map((tab) => (
        <Tab key={tab} value={tab} label={<TabLabel tab={tab} chosen={chosen} />} />
      ))}
    </Tabs>
  )
}

function TabLabel({ tab, chosen }: { tab: Whose; chosen: Chosen }) {
  const words = useWords('tasks')
  const { words: count } = useCount('tasks', tasksFilter({ ...chosen, whose: tab }))
  return (
    <span>
      {words(`tab.${tab}`)} {count && <span style={{ fontWeight: 500 }}>({count})</span>}
    </span>
  )
}
