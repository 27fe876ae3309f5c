import { Box, Typography } from '@mui/material'
import { useMemo } from 'react'
import type { CalendarDetail } from '../../../contracts/calendars.ts'
import { useLang, useLocalText, useWords } from '../i18n/hooks.ts'
import { marks, named } from './marks.ts'
import { type YearDay, type YearMonth, yearOf } from './year.ts'

const week = [0, 1, 2, 3, 4, 5, 6]

/** Twelve months with holidays, closures, seasons and extra days marked. */
export function YearView({ calendar, year }: { calendar: CalendarDetail; year: number }) {
  const months = useMemo(() => yearOf(calendar, year), [calendar, year])
  return (
    <>
      <Legend />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', md: 'repeat(3, 1fr)', lg: 'repeat(4, 1fr)' },
        }}
      >
        {months.map((month) => (
          <Month key={month.month} year={year} month={month} />
        ))}
      </Box>
    </>
  )
}

function Month({ year, month: { month, lead, days } }: { year: number; month: YearMonth }) {
  const lang = useLang()
  const tag = lang === 'id' ? 'id-ID' : 'en-GB'
  const nameOf = (options: Intl.DateTimeFormatOptions, day: number) =>
    new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options }).format(new Date(Date.UTC(year, month - 1, day)))
  const cells: (YearDay | null)[] = [...Array<null>(lead).fill(null), ...days]
  const rows = Array.from({ length: Math.ceil(cells.length / 7) }, (_, row) => cells.slice(row * 7, row * 7 + 7))
  // 2026-06-01 is a Monday: the names of the week's days in order.
  const weekday = (day: number, style: 'narrow' | 'long') =>
    new Intl.DateTimeFormat(tag, { timeZone: 'UTC', weekday: style }).format(new Date(Date.UTC(2026, 5, 1 + day)))
  return (
    <Box component="table" sx={{ borderSpacing: '2px', width: '100%', tableLayout: 'fixed' }}>
      <Typography component="caption" sx={{ textAlign: 'left', fontWeight: 650, pb: 0.5 }}>
        {nameOf({ month: 'long', year: 'numeric' }, 1)}
      </Typography>
      <thead>
        <tr>
          {week.map((day) => (
            <Box component="th" key={day} scope="col" sx={{ fontSize: 12, fontWeight: 500, color: 'text.secondary' }}>
              <abbr title={weekday(day, 'long')} style={{ textDecoration: 'none' }}>
                {weekday(day, 'narrow')}
              </abbr>
            </Box>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.find(Boolean)?.date ?? index}>
            {week.map((day) => (
              <Day key={day} day={row[day] ?? null} />
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

function Day({ day }: { day: YearDay | null }) {
  const local = useLocalText()
  const words = useWords('calendars')
  if (!day) return <td />
  const { mark, name } = day
  const title = name ? `${words(`mark.${mark}`)}: ${local(name)}` : undefined
  return (
    <Box
      component="td"
      title={title}
      sx={{
        ...marks[mark],
        textAlign: 'center',
        fontSize: 13,
        lineHeight: '26px',
        height: 28,
        borderRadius: 0.5,
        p: 0,
      }}
    >
      {day.day}
    </Box>
  )
}

function Legend() {
  const words = useWords('calendars')
  return (
    <Box component="ul" sx={{ listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 1.5, p: 0, mt: 0.5, mb: 2 }}>
      {named.map((mark) => (
        <Box component="li" key={mark} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
          <Box aria-hidden sx={{ ...marks[mark], width: 22, height: 22, borderRadius: 0.5 }} />
          <Typography variant="body2">{words(`mark.${mark}`)}</Typography>
        </Box>
      ))}
    </Box>
  )
}
