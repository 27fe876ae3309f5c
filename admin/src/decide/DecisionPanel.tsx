import { Box, Typography } from '@mui/material'
import { useState } from 'react'
import type { TaskDetail } from '../../../contracts/tasks.ts'
import type { Decision } from '../../../domain/service.ts'
import type { AnswerSection } from '../case/answers.ts'
import type { Target } from '../case/targets.ts'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { TaskTools } from '../tasks/TaskTools.tsx'
import { VisitCard } from '../visit/VisitCard.tsx'
import { CopySheet } from './CopySheet.tsx'
import { DecisionChoice } from './DecisionChoice.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { Standing } from './Standing.tsx'
import { useKeptDecision } from './use-report.ts'

type Props = { task: TaskDetail; targets: Target[]; sections: AnswerSection[] }

/** What may be done with this task now, and nothing else. */
export function DecisionPanel({ task, targets, sections }: Props) {
  const words = useWords('decide')
  const local = useLocalText()
  const [picked, setChosen] = useState<Decision | null | undefined>(undefined)
  const kept = useKeptDecision(task.id)
  const chosen = picked === undefined ? kept : picked
  // Nothing is found before the officer is there; only the papers can be sent back.
  const offered = task.decisions.filter((each) => each === 'return' || !task.visit || task.visit.arrivedAt !== null)
  const mayDecide = task.actions.includes('decide') && offered.length > 0
  const decision = mayDecide && chosen && offered.includes(chosen) ? chosen : null
  return (
    <Box
      component="section"
      aria-labelledby="decision-title"
      sx={{
        bgcolor: 'background.paper',
        border: 1,
        borderColor: 'primary.light',
        borderRadius: 1,
        px: 2,
        py: 1.5,
        mb: { xs: 2, md: 0 },
        maxHeight: { md: '68%' },
        overflowY: { md: 'auto' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1, flexWrap: 'wrap' }}>
        <Typography variant="h2" id="decision-title" sx={{ flex: 1 }}>
          {local(task.stepName)}
          {task.seat && ` · ${local(task.seat)}`}
        </Typography>
        <TaskTools task={task} />
      </Box>
      {mayDecide && task.filing && <CopySheet task={{ ...task, filing: task.filing }} sections={sections} />}
      <VisitCard task={task} />
      {mayDecide ? (
        <DecisionChoice decisions={offered} chosen={decision} onChoose={setChosen} label={words('choose')} />
      ) : (
        <Standing task={task} />
      )}
      {decision && (
        <DecisionForm
          key={decision}
          task={task}
          decision={decision}
          targets={targets}
          onCancel={() => setChosen(null)}
        />
      )}
    </Box>
  )
}
