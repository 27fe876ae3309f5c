import { Alert, AlertTitle, Box, Button } from '@mui/material'
import { LinkBase, useParams } from 'react-admin'
import type { Rehearsal } from '../../../contracts/rehearsals.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { BackLink } from '../layout/BackLink.tsx'
import { LoadingPage } from '../layout/LoadingPage.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { Crash } from '../layout/Troubles.tsx'
import { Nobody } from './Nobody.tsx'
import { Outcome } from './Outcome.tsx'
import { StoryClocks } from './StoryClocks.tsx'
import { StoryTimeline } from './StoryTimeline.tsx'
import { UnderWay } from './UnderWay.tsx'
import { isUnderWay, useRehearsal, useRehearsals } from './use-rehearsals.ts'
import { useTelling } from './use-telling.ts'
import { useWritten } from './use-written.ts'

/** One rehearsal: under way, told, or why there is no story. */
export default function RehearsalPage() {
  const { rehearsal: id = '' } = useParams<{ rehearsal: string }>()
  const { data, error, refetch } = useRehearsal(id)
  if (data) return <Shown rehearsal={data} />
  return error ? <Crash error={error} resetErrorBoundary={() => void refetch()} /> : <LoadingPage />
}

function Shown({ rehearsal }: { rehearsal: Rehearsal }) {
  const words = useWords('rehearsals')
  const local = useLocalText()
  const { dateTime } = useFormats()
  const { what, how } = useTelling()(rehearsal)
  const { name } = useWritten(rehearsal.service)
  const { service, by, at, story, failure } = rehearsal
  const all = `/services/${service}/rehearsals`
  const again = (
    <Button component={LinkBase} to={all} variant="outlined">
      {words('again')}
    </Button>
  )
  return (
    <Box sx={{ maxWidth: 1080 }}>
      <PageHead
        title={words('of', { service: name })}
        intro={`${what}. ${how}. ${words('by', { name: by.name, at: dateTime(at) })}.`}
        before={<BackLink to={all}>{words('title')}</BackLink>}
        actions={isUnderWay(rehearsal) ? undefined : again}
      />
      {isUnderWay(rehearsal) && <Waiting rehearsal={rehearsal} />}
      {failure && (
        <Alert severity="error" sx={{ whiteSpace: 'pre-line' }}>
          <AlertTitle>{words('failed')}</AlertTitle>
          {local(failure.message)}
        </Alert>
      )}
      {story && (
        <>
          <Outcome story={story} />
          <StoryTimeline story={story} />
          <StoryClocks clocks={story.clocks} />
        </>
      )}
    </Box>
  )
}

/** While nobody is there who plays, waiting says so. */
function Waiting({ rehearsal }: { rehearsal: Rehearsal }) {
  const { data } = useRehearsals(rehearsal.service)
  return (
    <>
      {data && <Nobody rehearser={data.rehearser} />}
      <UnderWay rehearsal={rehearsal} />
    </>
  )
}
