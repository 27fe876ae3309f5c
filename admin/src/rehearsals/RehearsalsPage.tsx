import { Box } from '@mui/material'
import { useParams } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import { BackLink } from '../layout/BackLink.tsx'
import { LoadingPage } from '../layout/LoadingPage.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { Crash } from '../layout/Troubles.tsx'
import { useVersions } from '../services/draft/use-versions.ts'
import { AskForm } from './AskForm.tsx'
import { LastRehearsals } from './LastRehearsals.tsx'
import { Nobody } from './Nobody.tsx'
import { playersOf } from './players.ts'
import { sourcesOf, usualSource } from './sources.ts'
import { useRehearsals } from './use-rehearsals.ts'
import { useWritten } from './use-written.ts'

/** Where an editor has a service played before anybody lives with it. */
export default function RehearsalsPage() {
  const { id: service = '' } = useParams<{ id: string }>()
  const words = useWords('rehearsals')
  const last = useRehearsals(service)
  const versions = useVersions(service)
  const draft = useWritten(service)
  const asked = [last, versions, draft]
  const failed = asked.find(({ error, data }) => error && !data)
  const retry = () => asked.forEach(({ refetch }) => void refetch())
  if (failed) return <Crash error={failed.error} resetErrorBoundary={retry} />
  if (!last.data || !versions.data || !draft.data) return <LoadingPage />
  const { name } = draft
  const sources = sourcesOf(draft.data, versions.data)
  const usual = usualSource(sources, versions.data)
  const { rehearsals, rehearser, holidays } = last.data
  return (
    <Box sx={{ maxWidth: 1080 }}>
      <PageHead
        title={words('of', { service: name })}
        intro={words('intro')}
        before={<BackLink to={`/services/${service}`}>{name}</BackLink>}
      />
      <Nobody rehearser={rehearser} />
      {usual && (
        <AskForm
          service={service}
          sources={sources}
          usual={usual}
          inForce={versions.data.find(({ current }) => current)?.version}
          holidays={holidays}
          players={playersOf(draft.data.definition)}
        />
      )}
      <LastRehearsals service={service} rows={rehearsals} />
    </Box>
  )
}
