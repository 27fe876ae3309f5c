import { Box, Card, CardActionArea, Chip, Typography } from '@mui/material'
import { LinkBase, ListBase, useListContext } from 'react-admin'
import type { CalendarSummary } from '../../../contracts/calendars.ts'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { ListFrame } from '../layout/ListFrame.tsx'
import { listOptions } from '../layout/list-options.ts'
import { Notice } from '../layout/Notice.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { useCalendarNames } from './use-calendar-names.ts'
import { usersInShort } from './users-in-short.ts'

/** Every calendar in force: of the regency, of agencies and of service points. */
export default function CalendarList() {
  const words = useWords('calendars')
  return (
    <Box>
      <PageHead title={words('title')} intro={words('intro')} />
      <ListBase<CalendarSummary> resource="calendars" sort={{ field: 'code', order: 'ASC' }} {...listOptions}>
        <Rows />
      </ListBase>
    </Box>
  )
}

function Rows() {
  const words = useWords('calendars')
  const { data } = useListContext<CalendarSummary>()
  return (
    <ListFrame empty={<Notice level="h2" title={words('empty_title')} text={words('empty')} />}>
      {data && (
        <Box
          component="ul"
          aria-label={words('title')}
          sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}
        >
          {data.map((calendar) => (
            <CalendarCard key={calendar.code} calendar={calendar} />
          ))}
        </Box>
      )}
    </ListFrame>
  )
}

function CalendarCard({ calendar }: { calendar: CalendarSummary }) {
  const words = useWords('calendars')
  const local = useLocalText()
  const { plainDate, number } = useFormats()
  const nameOf = useCalendarNames()
  const { code, name, version, coversUntil, openCases } = calendar
  const { regency, counts } = usersInShort(calendar.usedBy)
  const users = [
    ...(regency ? [words('users.regency_short')] : []),
    ...counts.map(({ kind, count }) => words(`users.count.${kind}`, { smart_count: count, count: number(count) })),
  ]
  return (
    <Card component="li">
      <CardActionArea component={LinkBase} to={`/calendars/${code}`} sx={{ p: 2 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'start' }}>
          <Typography variant="h2">{local(name)}</Typography>
          <Chip size="small" variant="outlined" label={words('version', { version })} />
        </Box>
        <Typography variant="body2" color="textSecondary">
          {calendar.extends ? words('extends', { name: nameOf(calendar.extends) }) : words('stands_alone')}
        </Typography>
        <Typography variant="body2" sx={{ mt: 1 }}>
          {users.length > 0 ? words('users.by', { users: users.join(' · ') }) : words('users.nobody')}
        </Typography>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {words('open_cases', { smart_count: openCases, count: number(openCases) })} ·{' '}
          {words('until', { date: plainDate(coversUntil) })}
        </Typography>
      </CardActionArea>
    </Card>
  )
}
