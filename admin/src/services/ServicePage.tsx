import ArrowBackIcon from '@mui/icons-material/ArrowBack'
import { Box, Link } from '@mui/material'
import { LinkBase, useCanAccess } from 'react-admin'
import type { ServiceDetail } from '../../../contracts/services.ts'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { LoadingPage } from '../layout/LoadingPage.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { Crash } from '../layout/Troubles.tsx'
import { useWhole } from '../layout/use-whole.ts'
import { EditButton } from './EditButton.tsx'
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
        actions={canAccess && <EditButton code={service.code} />}
        before={
          <Link
            component={LinkBase}
            to="/services"
            variant="body2"
            sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}
          >
            <ArrowBackIcon sx={{ fontSize: 16 }} />
            {words('title')}
          </Link>
        }
      />
      {canAccess && <VersionHistory code={service.code} />}
      <ServiceBody service={service} />
    </Box>
  )
}
