import ChevronLeftIcon from '@mui/icons-material/ChevronLeft'
import ChevronRightIcon from '@mui/icons-material/ChevronRight'
import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { useCanAccess } from 'react-admin'
import type { CalendarDetail } from '../../../contracts/calendars.ts'
import { Section } from '../case/Section.tsx'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { BackLink } from '../layout/BackLink.tsx'
import { LoadingPage } from '../layout/LoadingPage.tsx'
import { PageHead } from '../layout/PageHead.tsx'
import { Crash } from '../layout/Troubles.tsx'
import { useWhole } from '../layout/use-whole.ts'
import { AnnounceDialog } from './AnnounceDialog.tsx'
import { Users } from './Users.tsx'
import { useCalendarNames } from './use-calendar-names.ts'
import { Versions } from './Versions.tsx'
import { YearView } from './YearView.tsx'

/** One calendar: its year, what closes it, and every version it had; a day off is announced from here. */
export default function CalendarPage() {
  const { data, isPending, error, refetch } = useWhole<CalendarDetail>('calendars')
  if (data) return <Page calendar={data} onChanged={() => void refetch()} />
  return isPending ? <LoadingPage /> : <Crash error={error} resetErrorBoundary={() => void refetch()} />
}

function Page({ calendar, onChanged }: { calendar: CalendarDetail; onChanged: () => void }) {
  const words = useWords('calendars')
  const local = useLocalText()
  const { localDay } = useFormats()
  const nameOf = useCalendarNames()
  const { canAccess } = useCanAccess({ resource: 'calendars', action: 'publish' })
  const [announcing, setAnnouncing] = useState(false)
  const [first, last] = [calendar.coversFrom, calendar.coversUntil].map((date) => Number(date.slice(0, 4))) as [
    number,
    number,
  ]
  const today = Number(localDay(Date.now()).slice(0, 4))
  const [year, setYear] = useState(Math.min(Math.max(today, first), last))
  return (
    <Box sx={{ maxWidth: 1180 }}>
      <PageHead
        title={local(calendar.name)}
        intro={calendar.extends ? words('extends', { name: nameOf(calendar.extends) }) : words('stands_alone')}
        before={<BackLink to="/calendars">{words('title')}</BackLink>}
        actions={
          canAccess && (
            <Button variant="contained" onClick={() => setAnnouncing(true)}>
              {words('announce')}
            </Button>
          )
        }
      />
      <Section
        title={words('year', { year })}
        aside={
          <Box sx={{ display: 'flex', gap: 1 }}>
            <Button
              size="small"
              startIcon={<ChevronLeftIcon />}
              disabled={year <= first}
              onClick={() => setYear(year - 1)}
              aria-label={words('to_year', { year: year - 1 })}
            >
              {year - 1}
            </Button>
            <Button
              size="small"
              endIcon={<ChevronRightIcon />}
              disabled={year >= last}
              onClick={() => setYear(year + 1)}
              aria-label={words('to_year', { year: year + 1 })}
            >
              {year + 1}
            </Button>
          </Box>
        }
      >
        <YearView calendar={calendar} year={year} />
      </Section>
      <Box
        sx={{ display: 'grid', gap: { md: 2 }, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' }, alignItems: 'start' }}
      >
        <Box sx={{ order: { md: 1 } }}>
          <Users users={calendar.usedBy} />
          <Versions versions={calendar.versions} />
        </Box>
        <Closures calendar={calendar} year={year} />
      </Box>
      {announcing && (
        <AnnounceDialog
          calendar={calendar}
          onClose={() => setAnnouncing(false)}
          onDone={() => {
            setAnnouncing(false)
            onChanged()
          }}
        />
      )}
    </Box>
  )
}

/** The year's closures and seasons by name, each with where it is from. */
function Closures({ calendar, year }: { calendar: CalendarDetail; year: number }) {
  const words = useWords('calendars')
  const local = useLocalText()
  const { plainDate } = useFormats()
  const closures = calendar.closures.filter(({ date }) => date.startsWith(String(year)))
  const seasons = calendar.seasons.filter(({ from }) => from.startsWith(String(year)))
  return (
    <Section title={words('closures', { year })}>
      {closures.length + seasons.length === 0 && <Typography color="textSecondary">{words('no_closures')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {seasons.map(({ code, name, from, until, source }) => (
          <Line
            key={code}
            what={`${plainDate(from)} – ${plainDate(until)}`}
            name={local(name)}
            mark={words('mark.season')}
            source={source}
          />
        ))}
        {closures.map(({ date, name, kind, source }) => (
          <Line key={date} what={plainDate(date)} name={local(name)} mark={words(`mark.${kind}`)} source={source} />
        ))}
      </Box>
    </Section>
  )
}

function Line({ what, name, mark, source }: Record<'what' | 'name' | 'mark' | 'source', string>) {
  return (
    <li>
      <Typography variant="body2" sx={{ fontWeight: 650 }}>
        {what} · {name}
      </Typography>
      <Typography variant="caption" color="textSecondary" component="div" sx={{ overflowWrap: 'anywhere' }}>
        {mark}. {source}
      </Typography>
    </li>
  )
}
