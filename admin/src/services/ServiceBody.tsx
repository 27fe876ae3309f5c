import { Box, Typography } from '@mui/material'
import type { ServiceDetail } from '../../../contracts/services.ts'
import { Section } from '../case/Section.tsx'
import { useLocalText, useWords } from '../i18n/hooks.ts'
import { DocumentsAsked } from './DocumentsAsked.tsx'
import { FormFields } from './FormFields.tsx'
import { ServiceFacts } from './ServiceFacts.tsx'
import { StepDiagram } from './StepDiagram.tsx'

/** One version of a service as citizens read it. */
export function ServiceBody({ service }: { service: ServiceDetail }) {
  const words = useWords('services')
  const local = useLocalText()
  return (
    <>
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
    </>
  )
}
