import { Box, Typography } from '@mui/material'
import { useParams } from 'react-admin'
import type { ServiceVersionDetail } from '../../../contracts/service-drafts.ts'
import { Section } from '../case/Section.tsx'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { BackLink } from '../layout/BackLink.tsx'
import { LoadingPage } from '../layout/LoadingPage.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { Crash } from '../layout/Troubles.tsx'
import { ChangeList } from './draft/ChangeList.tsx'
import { changesBetween } from './draft/compare.ts'
import { useVersion } from './draft/use-versions.ts'
import { ServiceBody } from './ServiceBody.tsx'

/** A version as it stands for good, and in what it differs from the one before. */
export default function VersionPage() {
  const { id = '', version = '' } = useParams<{ id: string; version: string }>()
  const number = Number(version)
  const { data, error, refetch } = useVersion(id, number)
  const before = useVersion(id, number - 1)
  if (error) return <Crash error={error} resetErrorBoundary={() => void refetch()} />
  if (!data || (number > 1 && before.isPending)) return <LoadingPage />
  return <Version code={id} shown={data} before={before.data} />
}

type Props = { code: string; shown: ServiceVersionDetail; before: ServiceVersionDetail | undefined }

function Version({ code, shown, before }: Props) {
  const words = useWords('draft')
  const local = useLocalText()
  const { dateTime, plainDate } = useFormats()
  const { version, by, publishedAt, effectiveFrom, note } = shown
  const facts = [
    words('history.published', { at: dateTime(publishedAt) }),
    by ? words('history.by', { name: by.name }) : words('history.by_pack'),
  ].join(' ')
  const from = effectiveFrom && words('history.from', { day: plainDate(effectiveFrom) })
  return (
    <Box sx={{ maxWidth: 1080 }}>
      <PageHead
        title={`${local(shown.shown.name)}, ${words('history.version', { version }).toLowerCase()}`}
        intro={[facts, from].filter(Boolean).join('. ').concat('.')}
        before={<BackLink to={`/services/${code}`}>{local(shown.shown.name)}</BackLink>}
      />
      <Section title={words('history.changed', { version: version - 1 })}>
        <Typography variant="body2" sx={{ mb: 1 }}>
          {note ?? words('history.no_note')}
        </Typography>
        {before ? (
          <ChangeList
            changes={changesBetween(before.definition, shown.definition)}
            before={before.definition}
            after={shown.definition}
          />
        ) : (
          <Typography variant="body2">{words('history.first')}</Typography>
        )}
      </Section>
      <ServiceBody service={shown.shown} />
    </Box>
  )
}
