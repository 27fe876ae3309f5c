import DownloadIcon from '@mui/icons-material/Download'
import { Box, Button, Chip, Link, Skeleton, Typography } from '@mui/material'
import { LinkBase } from 'react-admin'
import type { ServiceVersionRow } from '../../../contracts/service-drafts.ts'
import { Section } from '../case/Section.tsx'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { Crash } from '../layout/Troubles.tsx'
import { versionFile } from '../providers/draft-calls.ts'
import { useVersions } from './draft/use-versions.ts'

/** Every version that was published: who, when, why, and how many cases go on under it. */
export function VersionHistory({ code }: { code: string }) {
  const words = useWords('draft')
  const { data, error, refetch } = useVersions(code)
  return (
    <Section title={words('history.title')}>
      {error && !data && <Crash error={error} resetErrorBoundary={() => void refetch()} />}
      {!data && !error && <Skeleton variant="rounded" height={96} />}
      <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.map((version) => (
          <Row key={version.version} code={code} row={version} upcoming={isUpcoming(version, data)} />
        ))}
      </Box>
    </Section>
  )
}

/** Newer than what holds today: it waits for its day. */
const isUpcoming = ({ version }: ServiceVersionRow, all: readonly ServiceVersionRow[]) =>
  version > (all.find(({ current }) => current)?.version ?? 0)

function Row({ code, row, upcoming }: { code: string; row: ServiceVersionRow; upcoming: boolean }) {
  const words = useWords('draft')
  const { dateTime, plainDate, number } = useFormats()
  const { version, by, publishedAt, note, openCases, current, effectiveFrom } = row
  const published = words('history.published', { at: dateTime(publishedAt) })
  const who = by ? words('history.by', { name: by.name }) : words('history.by_pack')
  const from = effectiveFrom ? `${words('history.from', { day: plainDate(effectiveFrom) })}. ` : ''
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '1fr auto' },
        gap: { xs: 0.5, sm: 2 },
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <div>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography variant="body2" sx={{ fontWeight: 650 }}>
            {words('history.version', { version })}
          </Typography>
          {current && <Chip size="small" color="success" variant="outlined" label={words('history.in_force')} />}
          {upcoming && effectiveFrom && (
            <Chip
              size="small"
              variant="outlined"
              label={words('history.upcoming', { day: plainDate(effectiveFrom) })}
            />
          )}
          {openCases > 0 && (
            <Chip
              size="small"
              label={words('history.open_cases', { smart_count: openCases, count: number(openCases) })}
            />
          )}
        </Box>
        <Typography variant="caption" color="textSecondary" component="div">
          {published} {who}. {from}
        </Typography>
        {note && <Typography variant="body2">{note}</Typography>}
      </div>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        <Link
          component={LinkBase}
          to={`/services/${code}/versions/${version}`}
          variant="body2"
          aria-label={words('history.look_at', { version })}
        >
          {words('history.look')}
        </Link>
        <Button
          component="a"
          href={versionFile(code, version)}
          download={`${code}-v${version}.json`}
          size="small"
          startIcon={<DownloadIcon fontSize="small" />}
          aria-label={words('history.take_as', { version })}
        >
          {words('history.take')}
        </Button>
      </Box>
    </Box>
  )
}
