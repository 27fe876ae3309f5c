import { Box, Link, Typography } from '@mui/material'
import { LinkBase, ListBase, useListContext } from 'react-admin'
import type { OvertakingRow } from '../../../contracts/oversight-history.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { BackLink } from '../layout/BackLink.tsx'
import { ListFrame } from '../layout/ListFrame.tsx'
import { listOptions } from '../layout/list-options.ts'
import { Notice } from '../layout/Notice.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { RowCard } from '../layout/RowCard.tsx'
import { ExportLinks } from './ExportLinks.tsx'
import { Reasons } from './Reasons.tsx'
import { addressOf, periods } from './slice.ts'
import { useChosen } from './use-chosen.ts'

/** Decisions that went before older equals: which, by whom, before how many, and why where somebody said so. */
export function Overtakings() {
  const words = useWords('oversight')
  const { slice, period } = useChosen()
  const filter = { ...slice, ...periods[period] }
  return (
    <Box>
      <PageHead
        before={<BackLink to={addressOf({ slice, period }, 'history')}>{words('title')}</BackLink>}
        title={words('overtakings_title')}
        intro={words('overtakings_intro')}
        actions={<ExportLinks list="overtakings" filter={filter} />}
      />
      <ListBase<OvertakingRow>
        key={JSON.stringify(filter)}
        resource="oversight/overtakings"
        filter={filter}
        sort={{ field: 'at', order: 'DESC' }}
        {...listOptions}
      >
        <Rows />
      </ListBase>
    </Box>
  )
}

function Rows() {
  const words = useWords('oversight')
  const { data } = useListContext<OvertakingRow>()
  return (
    <ListFrame empty={<Notice level="h2" title={words('no_overtakings_title')} text={words('no_overtakings')} />}>
      {data && (
        <Box
          component="ul"
          aria-label={words('overtakings_title')}
          sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}
        >
          {data.map((row) => (
            <Overtaking key={row.id} row={row} />
          ))}
        </Box>
      )}
    </ListFrame>
  )
}

function Overtaking({ row }: { row: OvertakingRow }) {
  const words = useWords('oversight')
  const local = useLocalText()
  const { dateTime, number } = useFormats()
  const { names } = row
  return (
    <RowCard columns="1fr 1.4fr" tight>
      <Box sx={{ minWidth: 0 }}>
        <Link
          component={LinkBase}
          to={`/applications/${encodeURIComponent(row.application)}`}
          sx={{ display: 'inline-block', py: 0.5, fontWeight: 650 }}
        >
          {row.number}
        </Link>
        <Typography variant="body2" color="textSecondary">
          {[names.service && local(names.service), names.step && local(names.step), names.office]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Typography>
          {words('overtook', {
            officer: names.officer ?? words('nobody'),
            at: dateTime(row.at),
            smart_count: row.overtook,
            count: number(row.overtook),
          })}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {row.reason ? words(`reason.${row.reason}`) : words('could_take', { count: number(row.overtookFree) })}
        </Typography>
        <Reasons row={row} />
      </Box>
    </RowCard>
  )
}
