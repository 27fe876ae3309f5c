import type { TaskDetail } from '../../../contracts/tasks.ts'
import { CaseHead } from '../case/CaseHead.tsx'
import { CaseLayout } from '../case/CaseLayout.tsx'
import { CaseTabs } from '../case/CaseTabs.tsx'
import { FlagProvider } from '../case/FlagContext.tsx'
import { SkipButton } from '../case/SkipButton.tsx'
import { useCase } from '../case/use-case.ts'
import { DecisionPanel } from '../decide/DecisionPanel.tsx'
import { useWords } from '../i18n/hooks.ts'
import { BackLink } from '../layout/BackLink.tsx'
import { LoadingPage } from '../layout/LoadingPage.tsx'
import { Crash } from '../layout/Troubles.tsx'
import { useWhole } from '../layout/use-whole.ts'
import { ViewerProvider } from '../viewer/ViewerContext.tsx'
import { HandedOver } from './HandedOver.tsx'

/** One task: the case to read, the documents beside it, and the decision. */
export default function TaskPage() {
  const { data, isPending, error, refetch } = useWhole<TaskDetail>('tasks')
  if (data) return <Task key={data.id} task={data} />
  return isPending ? <LoadingPage /> : <Crash error={error} resetErrorBoundary={() => void refetch()} />
}

function Task({ task }: { task: TaskDetail }) {
  const { sections, viewables, targets } = useCase(task.caseFile)
  const mayReturn = task.actions.includes('decide') && task.decisions.includes('return')
  const page = (
    <ViewerProvider items={viewables}>
      <CaseHead
        caseFile={task.caseFile}
        clock={task.clock}
        before={<BackToTasks />}
        actions={<SkipButton caseFile={task.caseFile} />}
      />
      <HandedOver task={task} />
      <CaseLayout
        deciding={<DecisionPanel task={task} targets={targets} sections={sections} />}
        reading={<CaseTabs caseFile={task.caseFile} sections={sections} />}
      />
    </ViewerProvider>
  )
  return mayReturn ? <FlagProvider>{page}</FlagProvider> : page
}

function BackToTasks() {
  const words = useWords('tasks')
  return <BackLink to="/tasks">{words('title')}</BackLink>
}
