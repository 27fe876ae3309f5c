import { Box, Card, CardActionArea, Chip, Skeleton, Typography } from '@mui/material'
import { LinkBase, useGetList } from 'react-admin'
import type { ServiceSummary } from '../../../contracts/services.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { Notice } from '../layout/Notice.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { Crash } from '../layout/Troubles.tsx'
import { useTermWords } from './use-term-words.ts'

type Service = ServiceSummary & { id: string }

/** The catalogue, to be read. */
export default function ServiceList() {
  const words = useWords('services')
  const { data, isPending, error, refetch } = useGetList<Service>('services', { pagination: { page: 1, perPage: 200 } })
  return (
    <Box>
      <PageHead title={words('title')} intro={words('intro')} />
      {isPending && <Skeleton variant="rounded" height={240} />}
      {error && !data && <Crash error={error} resetErrorBoundary={() => void refetch()} />}
      {data?.length === 0 && <Notice level="h2" title={words('empty_title')} text={words('empty')} />}
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' },
        }}
      >
        {data?.map((service) => (
          <ServiceCard key={service.code} service={service} />
        ))}
      </Box>
    </Box>
  )
}

function ServiceCard({ service }: { service: Service }) {
  const words = useWords('services')
  const terms = useWords('terms')
  const local = useLocalText()
  const { rupiah } = useFormats()
  const termWords = useTermWords()
  const facts = [
    termWords(service.term),
    service.fee === 0 ? words('free') : rupiah(service.fee),
    words('column.version').concat(' ', String(service.version)),
  ]
  return (
    <Card component="li" sx={{ display: 'flex' }}>
      <CardActionArea component={LinkBase} to={`/services/${service.code}`} sx={{ p: 2 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'start' }}>
          <Typography variant="h2">{local(service.name)}</Typography>
          <Chip size="small" variant="outlined" label={terms(`issuer.${service.issuer}`)} />
        </Box>
        <Typography variant="body2" color="textSecondary">
          {service.agency.name}
        </Typography>
        <Typography variant="body2" sx={{ my: 1 }}>
          {local(service.summary)}
        </Typography>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {facts.join(' · ')}
        </Typography>
      </CardActionArea>
    </Card>
  )
}
