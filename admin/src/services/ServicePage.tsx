import ArrowBackIcon from '@mui/icons-material/ArrowBack'
import { Box, Link, Typography } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { ServiceDetail } from '../../../contracts/services.ts'
import { Section } from '../case/Section.tsx'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { LoadingPage } from '../layout/LoadingPage.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { Crash } from '../layout/Troubles.tsx'
import { useWhole } from '../layout/use-whole.ts'
import { DocumentsAsked } from './DocumentsAsked.tsx'
import { FormFields } from './FormFields.tsx'
import { ServiceFacts } from './ServiceFacts.tsx'
import { StepDiagram } from './StepDiagram.tsx'

type Service = ServiceDetail & { id: string }

/** One service as its published version says it: nothing here is changed, only read. */
export default function ServicePage() {
  const { data, isPending, error, refetch } = useWhole<Service>('services')
  if (data) return <Service service={data} />
  return isPending ? <LoadingPage /> : <Crash error={error} resetErrorBoundary={() => void refetch()} />
}

function Service({ service }: { service: Service }) {
  const words = useWords('services')
  const local = useLocalText()
  return (
    <Box sx={{ maxWidth: 1080 }}>
      <PageHead
        title={local(service.name)}
        intro={local(service.summary)}
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
      <Section title={words('steps')}>
        <StepDiagram steps={service.steps} />
      </Section>
      <Box
        sx={{ display: 'grid', gap: { md: 2 }, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' }, alignItems: 'start' }}
      >
        <div>
          <ServiceFacts service={service} />
          <DocumentsAsked documents={service.requiredDocuments} />
        </div>
        <div>
          <FormFields form={service.form} />
          <Section title={words('standard')}>
            {service.standard.map(({ code, title, text }) => (
              <Box key={code} sx={{ mb: 1.25 }}>
                <Typography variant="body2" sx={{ fontWeight: 650 }}>
                  {local(title)}
                </Typography>
                <Typography variant="body2" sx={{ whiteSpace: 'pre-line' }}>
                  {local(text)}
                </Typography>
              </Box>
            ))}
          </Section>
        </div>
      </Box>
    </Box>
  )
}
