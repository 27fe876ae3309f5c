import { Box, Link, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { LinkBase } from 'react-admin'
import type { CalendarUsers } from '../../../contracts/calendars.ts'
import { Section } from '../case/Section.tsx'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'

/** Who goes by this calendar: offices and service points that name it, and services whose clocks it counts. */
export function Users({ users: { regency, offices, servicePoints, services } }: { users: CalendarUsers }) {
  const words = useWords('calendars')
  const local = useLocalText()
  const { number } = useFormats()
  const isUnused = !regency && offices.length + servicePoints.length + services.length === 0
  return (
    <Section title={words('users.title')}>
      {isUnused && <Typography color="textSecondary">{words('users.nobody')}</Typography>}
      {regency && <Typography variant="body2">{words('users.regency')}</Typography>}
      <Group title={words('users.offices')}>{offices.map(({ code, name }) => [code, name])}</Group>
      <Group title={words('users.points')}>{servicePoints.map(({ code, name }) => [code, name])}</Group>
      <Group title={words('users.services')}>
        {services.map(({ code, name, clocks, offices: whose }) => [
          code,
          <>
            <Link component={LinkBase} to={`/services/${code}`} underline="always">
              {local(name)}
            </Link>{' '}
            <Typography variant="caption" color="textSecondary" component="span">
              {words('users.clocks', { smart_count: clocks, count: number(clocks) })}: {whose.join(', ')}
            </Typography>
          </>,
        ])}
      </Group>
    </Section>
  )
}

function Group({ title, children }: { title: string; children: [code: string, what: ReactNode][] }) {
  if (children.length === 0) return null
  return (
    <Box sx={{ mt: 1.5 }}>
      <Typography variant="body2" component="h3" sx={{ fontWeight: 650 }}>
        {title}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 0.25 }}>
        {children.map(([code, what]) => (
          <Typography key={code} component="li" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {what}
          </Typography>
        ))}
      </Box>
    </Box>
  )
}
