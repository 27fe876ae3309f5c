import type { ServiceDetail } from '../../../../contracts/services.ts'
import { workingTime } from '../../format/duration.ts'
import { rupiah } from '../../format/money.ts'
import { useTexts } from '../../i18n/texts.tsx'

export function Facts({ service }: { service: ServiceDetail }) {
  const { t, local, language } = useTexts()
  const facts = [
    { name: t('service.term'), value: service.term ? workingTime(service.term, t) : t('service.noTerm') },
    { name: t('service.cost'), value: service.fee === 0 ? t('common.free') : rupiah(service.fee, language) },
    { name: t('service.product'), value: local(service.product) },
    { name: t('service.agency'), value: service.agency.name },
  ]
  return (
    <dl className="facts card">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
