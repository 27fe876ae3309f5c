import type { ServiceDetail } from '../../../../contracts/services.ts'
import { proxyDesk, useSession } from '../../app/session.tsx'
import { ButtonLink } from '../../components/button.tsx'
import type { TextKey } from '../../i18n/keys.ts'
import { useTexts } from '../../i18n/texts.tsx'
import { useHasDraft } from './use-has-draft.ts'

const channelWords: Record<string, TextKey> = {
  portal: 'service.channelPortal',
  counter: 'service.channelCounter',
  village: 'service.channelVillage',
  kiosk: 'service.channelKiosk',
}

/** The one way on: within reach of the thumb on a phone, beside the standard on a wide screen. */
export function ApplyBar({ service }: { service: ServiceDetail }) {
  const { t, language } = useTexts()
  const { me } = useSession()
  const hasDraft = useHasDraft(me?.id, service.code)
  const desk = proxyDesk(me)
  const words = service.channels.flatMap((channel) => channelWords[channel] ?? []).map((key) => t(key))
  const canApply = service.issuer !== 'counter' && service.channels.some((channel) => channel !== 'import')

  if (service.filedFrom)
    return (
      <aside className="apply-bar">
        <p>{t('appeal.onlyFromDecision')}</p>
        <ButtonLink to="/permohonan" icon="folder" wide>
          {t('common.myCases')}
        </ButtonLink>
      </aside>
    )
  return (
    <aside className="apply-bar">
      {canApply ? (
        <ButtonLink to={`/layanan/${service.code}/ajukan`} icon="pen" wide>
          {t(hasDraft ? 'service.continueDraft' : desk ? 'service.applyFor' : 'service.apply')}
        </ButtonLink>
      ) : (
        <p>{t('service.counterOnly')}</p>
      )}
      <p className="soft apply-bar-channels">
        {t('service.channels')} {new Intl.ListFormat(language, { type: 'disjunction' }).format(words)}
      </p>
    </aside>
  )
}
