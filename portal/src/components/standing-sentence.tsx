import type { StandingToday } from '../../../contracts/register.ts'
import { useTimes } from '../app/regency.tsx'
import { useTexts } from '../i18n/texts.tsx'

/** How a licence stands today, since when and until when. */
export function StandingSentence({ today: { standing, since, until } }: { today: StandingToday }): string {
  const { t } = useTexts()
  const times = useTimes()
  const at = since ? times.date(since) : ''
  switch (standing) {
    case 'valid':
      return until ? t('standing.validUntil', { at: times.date(until) }) : t('standing.validForever')
    case 'suspended':
      return until
        ? t('standing.suspendedUntil', { at, until: times.date(until) })
        : t('standing.suspendedSince', { at })
    case 'expired':
      return t('standing.expiredOn', { at })
    case 'revoked':
      return t('standing.revokedOn', { at })
    case 'superseded':
      return t('standing.supersededOn', { at })
  }
}
