import { Box, Tab, Tabs } from '@mui/material'
import { useState } from 'react'
import type { ApplicationDetail } from '../../../contracts/applications.ts'
import { WhoseTime } from '../clock/WhoseTime.tsx'
import { useWords } from '../i18n/hooks.ts'
import { Timeline } from '../timeline/Timeline.tsx'
import { Answers } from './Answers.tsx'
import { ApplicantCard } from './ApplicantCard.tsx'
import { Attachments } from './Attachments.tsx'
import type { AnswerSection } from './answers.ts'
import { CaseAlerts } from './CaseAlerts.tsx'
import { Clocks } from './Clocks.tsx'
import { Issued } from './Issued.tsx'
import { Opinions } from './Opinions.tsx'

const tabs = ['file', 'timeline', 'clocks', 'issued'] as const
type Part = (typeof tabs)[number]

type Props = { caseFile: ApplicationDetail; sections: AnswerSection[] }

/** The case in four parts: what came in, what happened, the time it took, what went out. */
export function CaseTabs({ caseFile, sections }: Props) {
  const words = useWords('case')
  const [part, setPart] = useState<Part>('file')
  return (
    <>
      <Tabs
        value={part}
        onChange={(_, chosen: Part) => setPart(chosen)}
        aria-label={words('tabs_label')}
        variant="scrollable"
        scrollButtons={false}
        sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}
      >
        {tabs.map((tab) => (
          <Tab key={tab} value={tab} id={`tab-${tab}`} aria-controls={`part-${tab}`} label={words(`tab.${tab}`)} />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`part-${part}`} aria-labelledby={`tab-${part}`}>
        {part === 'file' && (
          <>
            <CaseAlerts caseFile={caseFile} />
            <Opinions opinions={caseFile.opinions} />
            <Attachments attachments={caseFile.attachments} />
            <ApplicantCard caseFile={caseFile} sections={sections} />
            <Answers sections={sections} />
          </>
        )}
        {part === 'timeline' && <Timeline application={caseFile.id} />}
        {part === 'clocks' && (
          <>
            <WhoseTime application={caseFile.id} asOf={caseFile.asOf} />
            <Clocks clocks={caseFile.clocks} tasks={caseFile.tasks} />
          </>
        )}
        {part === 'issued' && <Issued documents={caseFile.documents} />}
      </Box>
    </>
  )
}
