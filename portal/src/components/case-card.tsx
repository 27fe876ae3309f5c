import { Link } from 'wouter'
import type { ApplicationRow } from '../../../contracts/applications.ts'
import { useTimes } from '../app/regency.tsx'
import { waitingSentence } from '../format/waiting.ts'
import { useTexts } from '../i18n/texts.tsx'
import { Icon } from './icon.tsx'
import { StatusTag } from './status.tsx'
import './case-card.css'

/** One case in a list: what it is, how it stands, whom it waits on. */
export function CaseCard({ row, withName }: { row: ApplicationRow; withName?: boolean }) {
  const { t, local } = useTexts()
  const times = useTimes()
  return (
    <Link to={`/permohonan/${encodeURIComponent(row.id)}`} className="card case-card">
      <span className="case-card-head">
        <StatusTag status={row.status} />
        <span className="soft number">{row.number}</span>
      </span>
      <h3>{local(row.serviceName)}</h3>
      {withName && <span className="soft">{row.applicantName}</span>}
      <span className="case-card-foot">
        <span>{waitingSentence(row, { t, times, local, mine: true })}</span>
        <Icon name="chevron" size={20} />
      </span>
    </Link>
  )
}
