import type { ApplicationDetail } from '../../../contracts/applications.ts'
import { CaseFileButton } from '../case/CaseFileButton.tsx'
import { CaseHead } from '../case/CaseHead.tsx'
import { CaseLayout } from '../case/CaseLayout.tsx'
import { CaseTabs } from '../case/CaseTabs.tsx'
import { SkipButton } from '../case/SkipButton.tsx'
import { useCase } from '../case/use-case.ts'
import { useWords } from '../i18n/hooks.ts'
import { BackLink } from '../layout/BackLink.tsx'
import { LoadingPage } from '../layout/LoadingPage.tsx'
import { Crash } from '../layout/Troubles.tsx'
import { useWhole } from '../layout/use-whole.ts'
import { TurnMenu } from '../turns/TurnMenu.tsx'
import { ViewerProvider } from '../viewer/ViewerContext.tsx'
import { OpenTasks } from './OpenTasks.tsx'

/** One case to be read: everybody whose office it concerns may see how it stands. */
export default function ApplicationPage() {
  const { data, isPending, error, refetch } = useWhole<ApplicationDetail>('applications')
  if (data) return <Application key={data.id} caseFile={data} />
  return isPending ? <LoadingPage /> : <Crash error={error} resetErrorBoundary={() => void refetch()} />
}

function Application({ caseFile }: { caseFile: ApplicationDetail }) {
  const words = useWords('applications')
  const { sections, viewables } = useCase(caseFile)
  const term = caseFile.clocks.find(({ id }) => id === 'term') ?? caseFile.clocks.at(-1)
  return (
    <ViewerProvider items={viewables}>
      <CaseHead
        caseFile={caseFile}
        clock={term}
        before={<BackLink to="/applications">{words('title')}</BackLink>}
        actions={
          <>
            <TurnMenu caseFile={caseFile} />
            <CaseFileButton application={caseFile.id} />
            <SkipButton caseFile={caseFile} />
          </>
        }
      />
      <CaseLayout
        deciding={<OpenTasks tasks={caseFile.tasks} />}
        reading={<CaseTabs caseFile={caseFile} sections={sections} />}
      />
    </ViewerProvider>
  )
}
