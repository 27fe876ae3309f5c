import type { RegisterDetail } from '../../../../contracts/register.ts'
import { useTimes } from '../../app/regency.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { useTexts } from '../../i18n/texts.tsx'

/** The way to a renewal once its window is open; before, when that is, and afterwards, what became of it. */
export function Renewal({ licence }: { licence: RegisterDetail }) {
  const { t } = useTexts()
  const times = useTimes()
  const { actions, renewal, supersededBy, service, id, today } = licence
  if (supersededBy) return <p>{t('licences.renewed', { number: supersededBy.number })}</p>
  if (renewal.pending) return <p>{t('licences.renewPending', { number: renewal.pending })}</p>
  if (actions.includes('renew')) {
    const to = `/layanan/${service}/ajukan?perpanjang=${encodeURIComponent(id)}`
    return (
      <div>
        <ButtonLink to={to} icon="refresh">
          {t('licences.renew')}
        </ButtonLink>
      </div>
    )
  }
  const isAhead = renewal.opensAt !== null && today.standing === 'valid' && Date.parse(renewal.opensAt) > Date.now()
  return isAhead && renewal.opensAt ? (
    <p className="soft">{t('licences.renewFrom', { at: times.date(renewal.opensAt) })}</p>
  ) : null
}
