import type { StandingToday } from '../../../contracts/register.ts'
import { useTexts } from '../i18n/texts.tsx'
import './status.css'

const tones: Record<StandingToday['standing'], string> = {
  valid: 'good',
  suspended: 'mend',
  expired: 'over',
  revoked: 'bad',
  superseded: 'over',
}

/** How a licence stands today, in one word. */
export function StandingTag({ today }: { today: StandingToday }) {
  const { t } = useTexts()
  return <span className={`status-tag ${tones[today.standing]}`}>{t(`standing.${today.standing}`)}</span>
}
