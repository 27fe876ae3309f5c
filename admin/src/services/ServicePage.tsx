import { Box } from '@mui/material'
import { useCanAccess } from 'react-admin'
import type { ServiceDetail } from '../../../contracts/services.ts'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { BackLink } from '../layout/BackLink.tsx'
import { LoadingPage } from '../layout/LoadingPage.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { Crash } from '../layout/Troubles.tsx'
import { useWhole } from '../layout/use-whole.ts'
import { EditButton } from './EditButton.tsx'
import { RehearseButton } from './RehearseButton.tsx'
import { ServiceBody } from './ServiceBody.tsx'
import { VersionHistory } from './VersionHistory.tsx'

type Service = ServiceDetail & { id: string }

/** One service as the version in force says it; its editors go on to a draft from here, and see what came before. */
export default function ServicePage() {
  const { data, isPending, error, refetch } = useWhole<Service>('services')
  if (data) return <Service service={data} />
  return isPending ? <LoadingPage /> : <Crash error={error} resetErrorBoundary={() => void refetch()} />
}

function Service({ service }: { service: Service }) {
  const words = useWords('services')
  const local = useLocalText()
  const { canAccess } = useCanAccess({ resource: 'services', action: 'edit' })
  return (
    <Box sx={{ maxWidth: 1080 }}>
      <PageHead
        title={local(service.name)}
        intro={local(service.summary)}
        actions={
          <>
            <RehearseButton code={service.code} />
            {canAccess && <EditButton code={service.code} />}
          </>
        }
        before={<BackLink to="/services">{words('title')}</BackLink>}
      />
      {canAccess && <VersionHistory code={service.code} />}
      <ServiceBody service={service} />
    </Box>
  )
}
