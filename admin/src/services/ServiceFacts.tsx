import { Box } from '@mui/material'
import type { ServiceDetail } from '../../../contracts/services.ts'
import { type Fact, Facts } from '../case/Facts.tsx'
import { Section } from '../case/Section.tsx'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { sourceWords } from './source-words.ts'
import { useTermWords } from './use-term-words.ts'

/** Term, fee, product, and on what paper each of them stands. */
export function ServiceFacts({ service }: { service: ServiceDetail }) {
  const words = useWords('services')
  const terms = useWords('terms')
  const local = useLocalText()
  const { rupiah, plainDate } = useFormats()
  const termWords = useTermWords()
  const source = (given: ServiceDetail['termSource']) => (given ? sourceWords(given, plainDate) : words('no_source'))
  const facts: Fact[] = [
    { key: 'agency', label: words('agency'), value: service.agency.name },
    { key: 'issuer', label: words('column.issuer'), value: terms(`issuer.${service.issuer}`) },
    { key: 'product', label: words('product'), value: local(service.product) },
    {
      key: 'channels',
      label: words('channels'),
      value: service.channels.map((each) => terms(`channel.${each}`)).join(', '),
    },
    { key: 'term', label: words('term'), value: termWords(service.term) },
    { key: 'term-source', label: words('source_of_term'), value: service.term && source(service.termSource) },
    { key: 'fee', label: words('fee'), value: service.fee === 0 ? words('free') : rupiah(service.fee) },
    { key: 'fee-source', label: words('source_of_fee'), value: source(service.feeSource) },
    { key: 'version', label: words('column.version'), value: words('version_note', { version: service.version }) },
  ]
  return (
    <>
      <Section title={words('terms')}>
        <Facts facts={facts.filter(({ value }) => value)} />
      </Section>
      <Section title={words('sources')}>
        <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: '0.875rem' }}>
          {service.legalBasis.map((each) => (
            <li key={`${each.document}${each.article}`}>{sourceWords(each, plainDate)}</li>
          ))}
        </Box>
      </Section>
    </>
  )
}
