import { Link } from '@mui/material'
import type { ReactNode } from 'react'
import { LinkBase } from 'react-admin'
import type { RegisterDetail } from '../../../contracts/register.ts'
import { Facts } from '../case/Facts.tsx'
import { useFormats, useLocalText, useWords } from '../i18n/hooks.ts'
import { StandingChip } from './StandingChip.tsx'

export function EntryFacts({ entry }: { entry: RegisterDetail }) {
  const words = useWords('register')
  const local = useLocalText()
  const { date } = useFormats()
  const { today, report, renewal, supersededBy, renews } = entry
  const rows: [key: 'holder' | 'nik' | 'register' | 'agency' | 'valid_from' | 'valid_until', value: ReactNode][] = [
    ['holder', entry.holder],
    ['nik', entry.holderNik],
    ['register', local(entry.registerName)],
    ['agency', entry.agency],
    ['valid_from', date(entry.validFrom)],
    ['valid_until', entry.validUntil ? date(entry.validUntil) : words('no_end')],
  ]
  const since = today.since && words('since', { at: date(today.since) })
  const until = today.standing === 'suspended' && today.until && words('until', { at: date(today.until) })
  return (
    <Facts
      facts={[
        {
          key: 'standing',
          label: words('standing_label'),
          value: (
            <>
              <StandingChip today={today} /> {[since, until].filter(Boolean).join(' ')}
            </>
          ),
        },
        ...rows.map(([key, value]) => ({ key, label: words(key), value })),
        {
          key: 'case',
          label: words('case'),
          value: <To path={`/applications/${encodeURIComponent(entry.application)}`}>{words('open_case')}</To>,
        },
        ...(report
          ? [
              {
                key: 'report',
                label: local(report.name),
                value: entry.reportMissingSince
                  ? words('report_missing', { at: date(entry.reportMissingSince) })
                  : report.nextDueAt && words('report_next', { at: date(report.nextDueAt) }),
              },
            ]
          : []),
        ...(renewal.pending ? [{ key: 'pending', label: words('renewal_pending'), value: renewal.pending }] : []),
        ...other('superseded_by', words('superseded_by'), supersededBy),
        ...other('renews', words('renews'), renews),
      ]}
    />
  )
}

const To = ({ path, children }: { path: string; children: ReactNode }) => (
  <Link component={LinkBase} to={path}>
    {children}
  </Link>
)

const other = (key: string, label: string, named: RegisterDetail['renews']) =>
  named ? [{ key, label, value: <To path={`/register/${encodeURIComponent(named.entry)}`}>{named.number}</To> }] : []
