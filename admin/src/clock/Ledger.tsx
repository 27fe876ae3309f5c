import { Box, Typography } from '@mui/material'
import type { Clock } from '../../../contracts/clock.ts'
import { type Fact, Facts } from '../case/Facts.tsx'
import { Section } from '../case/Section.tsx'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { ClockBar } from './ClockBar.tsx'
import { Pauses } from './Pauses.tsx'
import { RungTable } from './RungTable.tsx'
import { budgetWords } from './words.ts'

/** A clock's whole account: what was given, what is spent, every pause with its ground, every mark. */
export function Ledger({ clock, title }: { clock: Clock; title: string }) {
  const words = useWords('clock')
  const { dateTime, number } = useFormats()
  const spent = number(Math.round(clock.amount * clock.spentPercent) / 100)
  const budget = budgetWords(clock, words)
  const due = clock.dueAt ? dateTime(clock.dueAt) : words('due_paused')
  const facts: Fact[] = [
    { key: 'budget', label: words('budget'), value: budget },
    {
      key: 'spent',
      label: words('spent'),
      value: words('spent_of', { spent, budget, percent: number(Math.round(clock.spentPercent)) }),
    },
    { key: 'started', label: words('started'), value: dateTime(clock.startedAt) },
    clock.stoppedAt
      ? { key: 'stopped', label: words('stopped_at'), value: dateTime(clock.stoppedAt) }
      : { key: 'due', label: words('due'), value: due },
  ]
  return (
    <Section title={title} aside={<Calendar version={clock.calendarVersion} />}>
      <Box sx={{ maxWidth: 460, mt: 0.5, mb: 1.5 }}>
        <ClockBar clock={clock} showDue={false} />
      </Box>
      <Facts facts={facts} />
      <Pauses pauses={clock.pauses} capAt={clock.capAt} />
      {clock.resetsAsked.map(({ at, system, code }) => (
        <Typography key={at} variant="body2" sx={{ mt: 1 }}>
          {words('reset_asked', { system, code, at: dateTime(at) })}
        </Typography>
      ))}
      {clock.rungs.length > 0 && <RungTable rungs={clock.rungs} />}
    </Section>
  )
}

function Calendar({ version }: { version: number }) {
  const words = useWords('clock')
  return (
    <Typography variant="caption" color="textSecondary">
      {words('calendar', { version })}
    </Typography>
  )
}
