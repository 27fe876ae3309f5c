import type { Status } from '../../../domain/case/state.ts'
import { useTexts } from '../i18n/texts.tsx'
import './status.css'

const tones: Record<Status, string> = {
  received: 'going',
  'in-progress': 'going',
  returned: 'mend',
  approved: 'good',
  'deemed-approved': 'good',
  rejected: 'bad',
  withdrawn: 'over',
  lapsed: 'over',
  merged: 'over',
}

export function StatusTag({ status }: { status: Status }) {
  const { t } = useTexts()
  return <span className={`status-tag ${tones[status]}`}>{t(`status.${status}`)}</span>
}
