import type { ServiceDetail } from '../../../../contracts/services.ts'
import { Notice } from '../../components/notice.tsx'
import { workingTime } from '../../format/duration.ts'
import { useTexts } from '../../i18n/texts.tsx'

/** What the office binds itself to, and what follows if it stays silent. */
export function ServicePromise({ service }: { service: ServiceDetail }) {
  const { t } = useTexts()
  const { term, issuer, agency } = service
  return (
    <>
      {term && (
        <Notice tone="info" icon="shield" title={t('service.promiseTitle')}>
          <p>
            {t(term.startsOn === 'complete' ? 'service.promiseComplete' : 'service.promiseReceipt', {
              time: workingTime(term, t),
            })}{' '}
            {term.deemed && <strong>{t('service.promiseDeemed')}</strong>}
          </p>
        </Notice>
      )}
      {issuer === 'external' && (
        <Notice tone="info" title={t('service.externalTitle')}>
          {t('service.external', { agency: agency.name })}
        </Notice>
      )}
    </>
  )
}
